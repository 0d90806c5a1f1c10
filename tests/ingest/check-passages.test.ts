import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { check } from './check.ts';
import { say } from './say.ts';
import { world } from './world.ts';

const database = useDatabase('migrated');

beforeAll(async () => {
  await say(database, world);
});

const passage = ({ parties = '[CN]', stances = '[]', rest = '' }) => `passages:
  - key: p
    document: treaty
    locator: article 5
    kind: POSITION
    parties: ${parties}
    stances: ${stances}
    ${rest}
`;

const problemsIn = (text: string) => check(database, { 'a.yaml': text });

test.each<[string, Parameters<typeof passage>[0], string[]]>([
  [
    'a stance that is not there',
    { stances: '[cn--tw-part--2001-07-17]' },
    ['a.yaml:7:15  found no stance of CN on tw-part from 2001-07-17, expected a stance of the ledger'],
  ],
  [
    'a stance on an unknown proposition',
    { stances: '[cn--tw-parts--2001-07-16]' },
    [
      'a.yaml:7:15  found unknown proposition "tw-parts", expected a proposition of the ledger, such as tw-part, tw-force',
    ],
  ],
  ['nobody who speaks', { parties: '[]' }, ['a.yaml:6:14  found no party, expected at least one']],
  [
    'an unknown party',
    { parties: '[CN, Rusia]' },
    ['a.yaml:6:19  found unknown party "Rusia", expected a party of the ledger, such as RU'],
  ],
  [
    'a key phrase of more than eight words',
    { rest: 'keyPhrase: a b c d e f g h i' },
    ['a.yaml:8:16  found a key phrase of 9 words, expected at most 8'],
  ],
])('a passage with %s is a problem', async (_, what, lines) => {
  expect(await problemsIn(passage(what))).toEqual(lines);
});

test('a passage shows only stances of its own parties alone', async () => {
  expect(await problemsIn(passage({ stances: '[ru--tw-part--2001-07-16]' }))).toContain(
    'a.yaml:7:15  found a stance of RU in a passage of CN, expected only stances of its own parties',
  );
});

// readLiveLedger() reads stances on the propositions of the proposed stances and absences, but not on those of the passages.
test('a passage shows a stance of the ledger that the files do not repeat', async () => {
  expect(await problemsIn(passage({ stances: '[cn--tw-part--2001-07-16]' }))).toEqual([]);
});
