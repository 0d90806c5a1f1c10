import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));
const page = readFileSync(new URL('../../docs/languages.md', import.meta.url), 'utf8');

/** The example of a language as it stands on the page, but for the address of the server. */
function example(language: string): string {
  const text = page.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1] ?? '';
  expect(text.trim().split('\n').length).toBeLessThanOrEqual(5);
  expect(text).toContain('http://127.0.0.1:4000/');
  return text.replaceAll('http://127.0.0.1:4000', new URL(server.url()).origin);
}

/** What a program prints. */
async function printedBy(program: string, args: string[], path = process.env.PATH): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { env: { ...process.env, PATH: path } });
  return stdout;
}

const has = (program: string) => spawnSync(program, ['--version']).status === 0;

let tools: string;
beforeAll(() => {
  tools = mkdtempSync(join(tmpdir(), 'concord-duckdb-'));
  // DuckDB's command line, as far as the example needs it, made from its Node package.
  const duckdb = join(tools, 'duckdb');
  const api = fileURLToPath(import.meta.resolve('@duckdb/node-api'));
  writeFileSync(
    duckdb,
    `#!${process.execPath}
const { DuckDBInstance } = require(${JSON.stringify(api)});
DuckDBInstance.create().then(async (instance) => {
  const answer = await (await instance.connect()).runAndReadAll(process.argv[3]);
  for (const row of answer.getRowsJson()) console.log(row.join(' '));
});
`,
  );
  chmodSync(duckdb, 0o755);
});
afterAll(() => rmSync(tools, { recursive: true, force: true }));

test('JavaScript', async () => {
  const printed = await printedBy(process.execPath, ['--input-type=module', '--eval', example('js')]);
  expect(printed).toMatch(/^Taiwan question 0\.9375$/m);
});

test.skipIf(!has('python3'))('Python', async () => {
  expect(await printedBy('python3', ['-c', example('python')])).toMatch(/^Taiwan question 0\.9375$/m);
});

test.skipIf(!has('Rscript'))('R', async () => {
  const rows = (await printedBy('Rscript', ['-e', example('r')])).trim().split('\n');
  expect(rows[1]).toMatch(/War in Ukraine\s+0\.5000\s+1$/);
  expect(rows[2]).toMatch(/Taiwan question\s+0\.9375\s+4$/);
});

test.skipIf(!has('curl'))('DuckDB', async () => {
  const printed = await printedBy('sh', ['-c', example('sh')], `${tools}${delimiter}${process.env.PATH}`);
  expect(printed.split('\n').slice(0, 2)).toEqual(['War in Ukraine 0.5', 'Taiwan question 0.9375']);
});

test('a spreadsheet asks an address that answers with a table', async () => {
  const address = /^=IMPORTDATA\("([^"]+)"\)\n$/.exec(example('excel'))?.[1] ?? '';
  const answer = await fetch(address);
  expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(parse(await answer.text(), { columns: true })).toContainEqual(
    expect.objectContaining({ issue_name: 'Taiwan question', agreement: '0.9375', shared_propositions: '4' }),
  );
});
