import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { check } from './check.ts';
import { say } from './say.ts';
import { world } from './world.ts';

const database = useDatabase('migrated');

beforeAll(async () => {
  await say(database, world);
});

/** A claim with one stance; line 6 says the party, line 9 the confidence, line 10 what a test replaces, line 11 the citations. */
const claim = ({
  party = 'CN',
  rest = 'basis: OWN_STATEMENT',
  citations = '[{ document: letter, verification: VERIFIED }]',
}) => `propositions:
  - key: new
    issues: [taiwan]
    text: New.
    stances:
      - party: ${party}
        from: 2020-01-01
        position: SUPPORT
        confidence: HIGH
        ${rest}
        citations: ${citations}
`;

const problemsIn = (text: string) => check(database, { 'a.yaml': text });

describe('a stance', () => {
  test('with its party and source known is fine', async () => {
    expect(await problemsIn(claim({}))).toEqual([]);
  });

  test.each<[string, Parameters<typeof claim>[0], string]>([
    [
      'of an unknown party, with the nearest one by name',
      { party: 'Rusia' },
      'a.yaml:6:16  found unknown party "Rusia", expected a party of the ledger, such as RU',
    ],
    [
      'of a party whose name lacks an accent',
      { party: 'Turkiye' },
      'a.yaml:6:16  found unknown party "Turkiye", expected a party of the ledger, such as TR',
    ],
    [
      'of a party that is like no other',
      { party: 'Atlantis' },
      'a.yaml:6:16  found unknown party "Atlantis", expected a party of the ledger',
    ],
    [
      'that cites an unknown document, with the nearest one',
      { citations: '[{ document: leter, verification: VERIFIED }]' },
      'a.yaml:11:33  found unknown document "leter", expected a document of the ledger, such as letter',
    ],
    ['without a citation', { citations: '[]' }, 'a.yaml:11:20  found no citation, expected at least one'],
    [
      'that ends on the day on which it begins',
      {
        rest: 'basis: OWN_STATEMENT\n        until: 2020-01-01',
        citations: '[{ document: letter, verification: VERIFIED }]',
      },
      'a.yaml:11:16  found held until 2020-01-01, expected a day after 2020-01-01',
    ],
    [
      'by co-signature of a document that the party did not sign',
      { rest: 'basis: CO_SIGNATURE' },
      'a.yaml:10:16  found CO_SIGNATURE of CN, which signed none of letter, expected a signatory of a cited document',
    ],
    [
      'by co-signature without a citation',
      { rest: 'basis: CO_SIGNATURE', citations: '[]' },
      'a.yaml:11:20  found no citation, expected at least one',
    ],
    [
      'with a key phrase of more than eight words',
      { citations: '[{ document: letter, keyPhrase: a b c d e f g h i, verification: VERIFIED }]' },
      'a.yaml:11:52  found a key phrase of 9 words, expected at most 8',
    ],
    [
      'that cites the same place twice',
      {
        citations:
          '[{ document: letter, locator: p 1, verification: VERIFIED }, { document: letter, locator: p 1, verification: VERIFIED }]',
      },
      'a.yaml:11:93  found letter cited twice with the same locator, expected one citation (first at a.yaml:11:21)',
    ],
  ])('%s is a problem', async (_, what, line) => {
    expect(await problemsIn(claim(what))).toEqual([line]);
  });

  test('with a key phrase of eight words, or with two places of one document, is fine', async () => {
    const phrase = '{ document: letter, locator: p 1, keyPhrase: a b c d e f g h, verification: VERIFIED }';
    const other = '{ document: letter, locator: p 2, verification: VERIFIED }';
    expect(await problemsIn(claim({ citations: `[${phrase}, ${other}]` }))).toEqual([]);
  });

  test('by co-signature of a document that the party signed is fine', async () => {
    const citations = '[{ document: treaty, verification: VERIFIED }]';
    expect(await problemsIn(claim({ rest: 'basis: CO_SIGNATURE', citations }))).toEqual([]);
  });

  test('that is said twice is a problem, at the second place', async () => {
    const [before, stance] = claim({}).split('    stances:\n');
    expect(await problemsIn(`${before}    stances:\n${stance}${stance}`)).toEqual([
      'a.yaml:12:9  found stance CN | new | 2020-01-01 again, expected it once (first at a.yaml:6:9)',
      'a.yaml:17:21  found citation CN | new | 2020-01-01 | 0 again, expected it once (first at a.yaml:11:21)',
      'a.yaml:17:33  found letter cited twice with the same locator, expected one citation (first at a.yaml:11:21)',
    ]);
  });
});

test('a proposition belongs to issues that exist', async () => {
  expect(await problemsIn('propositions:\n  - { key: p, issues: [taiwam], text: P. }\n')).toEqual([
    'a.yaml:2:24  found unknown issue "taiwam", expected an issue of the ledger, such as taiwan',
  ]);
});
