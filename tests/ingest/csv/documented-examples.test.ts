import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { summaryOf } from '../say.ts';
import { importTexts } from './import-csv.ts';

const page = readFileSync(new URL('../../../docs/importing.md', import.meta.url), 'utf8');

/** The examples of the page by the names that it gives them. */
const examples = Object.fromEntries(
  Array.from(page.matchAll(/^`([\w.-]+)`:\n\n```\w+\n([\s\S]*?)```$/gm), ([, name = '', text = '']) => [name, text]),
);
const some = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, examples[name] ?? '']));

describe('what docs/importing.md shows is imported into a ledger with the seed files:', () => {
  const database = useDatabase('seeded');

  test('the long form with the documents and propositions that it names', async () => {
    const names = ['stances.csv', 'propositions.csv', 'documents.csv', 'issues.csv', 'signatories.csv'];
    expect(summaryOf(await importTexts(database, some(...names)))).toEqual({
      issue: { add: 1, amend: 0, retire: 0 },
      document: { add: 2, amend: 0, retire: 0 },
      signatory: { add: 2, amend: 0, retire: 0 },
      proposition: { add: 1, amend: 0, retire: 0 },
      propositionIssue: { add: 1, amend: 0, retire: 0 },
      stance: { add: 2, amend: 0, retire: 0 },
      citation: { add: 3, amend: 0, retire: 0 },
    });
  });

  test('the wide form with the roll calls that it describes', async () => {
    expect(summaryOf(await importTexts(database, some('votes.csv')))).toEqual({
      proposition: { add: 2, amend: 0, retire: 0 },
      stance: { add: 4, amend: 0, retire: 0 },
      absence: { add: 1, amend: 0, retire: 0 },
    });
  });

  test('columns of one’s own', async () => {
    expect(summaryOf(await importTexts(database, some('haltungen.csv', 'columns.yaml')))).toEqual({
      stance: { add: 2, amend: 0, retire: 0 },
      citation: { add: 2, amend: 0, retire: 0 },
    });
  });
});
