import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { check } from './check.ts';

const database = useRecords(seeds);

const misspelt = `
issues:
  - { key: arctic, name: Arctic, teir: CORE }
`;
const wordy = `
propositions:
  - key: arctic-open
    issues: [arctic]
    text: The Arctic is open.
    stances:
      - party: CN
        from: 2018-01-26
        until: 2017-01-01
        position: SUPPORT
        basis: OWN_STATEMENT
        confidence: HIGH
        citations:
          - { document: cn-ru-js-2022-02-04, keyPhrase: one two three four five six seven eight nine, verification: VERIFIED }
`;

test('a file of the wrong form does not hide what another file says wrong', async () => {
  expect(await check(database, { 'issue.yaml': misspelt, 'stance.yaml': wordy })).toEqual([
    'issue.yaml:3:34  found unknown key "teir", expected tier',
    'stance.yaml:9:16  found held until 2017-01-01, expected a day after 2018-01-26',
    'stance.yaml:14:57  found a key phrase of 9 words, expected at most 8',
  ]);
});

test('what a file of the wrong form would have said is not called unknown', async () => {
  const lines = await check(database, { 'issue.yaml': misspelt, 'stance.yaml': wordy });
  expect(lines.join('\n')).not.toMatch(/arctic"/);
});
