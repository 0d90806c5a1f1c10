import type { Command } from 'commander';
import { makeLedger } from '../init/make-ledger.ts';

const contents: Readonly<Record<string, string>> = {
  'documents.yaml': 'the sources',
  'issues.yaml': 'an issue, two propositions, a stance',
  'parties.yaml': 'two countries and a bloc',
  'sources.yaml': 'whose records these are, and on which terms',
  'stances.csv': 'stances, one a row',
  'votes.csv': 'roll calls, one a row, with a column for each party',
};

/** `concord init`: makes a folder for files of one's own. */
export function addInit(program: Command): void {
  program
    .command('init')
    .description('make a folder with a small example of files of your own; reads and changes no ledger')
    .argument('<folder>', 'a folder that is empty or does not exist')
    .action(async (folder: string) => {
      const files = await makeLedger(folder);
      console.log(nextSteps(folder, files).join('\n'));
    });
}

function nextSteps(folder: string, files: readonly string[]): string[] {
  const path = quoted(folder);
  return [
    `Made ${folder}:`,
    ...files.map((name) => `  ${name.padEnd(16)}${contents[name] ?? ''}`.trimEnd()),
    '',
    'Next, change them, and:',
    `  npm run concord -- check ${path}`,
    `  npm run concord -- import stances ${path} --source my-ledger --dry-run`,
    `  npm run concord -- import stances ${path} --source my-ledger`,
    '  npm run concord -- compare Arcadia Ruritania',
  ];
}

/** A path as a shell takes it for one. */
const quoted = (path: string): string =>
  /^[\w./@%+=:,-]+$/.test(path) && !path.startsWith('-') ? path : `'${path.replaceAll("'", `'\\''`)}'`;
