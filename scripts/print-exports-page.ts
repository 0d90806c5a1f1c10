import { readFile, writeFile } from 'node:fs/promises';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import { exportsPage } from '#exports/package/exports-page.ts';

// Prints docs/exports.md from the declared columns; with --check only says whether it is as printed.

const path = new URL('../docs/exports.md', import.meta.url);
const page = exportsPage(ledgerSource);

if (!process.argv.includes('--check')) await writeFile(path, page);
else if ((await readFile(path, 'utf8').catch(() => '')) !== page) {
  console.error('docs/exports.md is not what the declared columns say. Run: npm run exports-page');
  process.exitCode = 1;
}
