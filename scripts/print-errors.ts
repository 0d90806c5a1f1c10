import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { apiCodes } from '#refusal/codes/api-codes.ts';
import { commandCodes } from '#refusal/codes/command-codes.ts';
import type { Explained } from '#refusal/codes/explained.ts';

// Writes docs/errors.md from the codes that the code declares; with --check only says whether it is current.

const table = (codes: Readonly<Record<string, Explained>>) =>
  [
    '| code | meaning | what to do |',
    '|---|---|---|',
    ...Object.entries(codes).map(([code, [meaning, wayOut]]) => `| \`${code}\` | ${meaning} | ${wayOut} |`),
  ].join('\n');

const printed = `# Errors

Printed by \`npm run errors\` from \`src/refusal/codes\`; not edited by hand.

## Of the API

An error of an answer has a code in \`extensions.code\`. Its message names the place, what was found and what is expected; programs look at
the code alone, for messages may change. The header \`Concord-Request-Id\` of every answer finds its line in the server's log.

${table(apiCodes)}

## Of the command line alone

A command prints the message and exits with 1 (failed, nothing changed) or 2 (wrong use). Codes are for programs that call our code.

${table(commandCodes)}
`;

const file = fileURLToPath(new URL('../docs/errors.md', import.meta.url));

if (!process.argv.includes('--check')) await writeFile(file, printed);
else if ((await readFile(file, 'utf8').catch(() => '')) !== printed) {
  console.error('docs/errors.md is not what the code says. Run `npm run errors` and commit it.');
  process.exitCode = 1;
}
