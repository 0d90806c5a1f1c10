import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { runConcord } from './run-concord.ts';

const env = () => ({ DATABASE_URL: database.url });
const database = useDatabase('seeded');
const empty = useDatabase('migrated');

test('of an empty ledger it says so, and what fills it', async () => {
  const { code, stderr } = await runConcord(['compare', 'CN', 'RU'], { DATABASE_URL: empty.url });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining('The ledger is empty: concord seed fills it'),
  });
});

test('compare prints a page, or JSON', async () => {
  const asked = [
    'compare',
    'China',
    'Russia',
    '--issue',
    'nato-enlargement,taiwan',
    '--as-of',
    '2022-02-04',
    '--measure',
    'IDENTICAL',
  ];
  const shown = await runConcord(asked, env());
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toMatch(
    /^China \(CN\), Russia \(RU\)\nAs of 2022-02-04, revision 1\.\n\nIDENTICAL: [01]\.\d{3}\n/,
  );
  const { stdout } = await runConcord([...asked, '--json'], env());
  expect(JSON.parse(stdout)).toMatchObject({ asOf: '2022-02-04', agreement: { measure: 'IDENTICAL' } });
});

test.each([
  ['a name that no party has', ['Atlantis', 'CN'], 1, /^There is no party with the key or name "Atlantis"/],
  [
    'a party named twice',
    ['CN', 'China'],
    1,
    /^parties: found "CN" and "China", which are one party, expected each party once\.\n$/,
  ],
  ['an unknown issue', ['CN', 'RU', '--issue', 'nato'], 1, /^There is no issue with the key "nato"\./],
  [
    'a revision that does not exist',
    ['CN', 'RU', '--as-known-at', '7'],
    1,
    /^asKnownAt: found 7, expected a revision from 0 to 1\.\n$/,
  ],
  ['a day that does not exist', ['CN', 'RU', '--as-of', '2022-02-30'], 2, /expected a date such as 2022-02-04/],
  ['an unknown verdict', ['CN', 'RU', '--verdict', 'agree'], 2, /Found "agree", expected AGREE, /],
])('%s is refused', async (_, args, code, message) => {
  expect(await runConcord(['compare', ...args], env())).toEqual({
    code,
    stdout: '',
    stderr: expect.stringMatching(message),
  });
});
