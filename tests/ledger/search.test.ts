import { beforeAll, describe, expect, test } from 'vitest';
import { search, searchable } from '#ledger/search/search.ts';
import { searchSnapshot } from '#ledger/search/search-snapshot.ts';
import type { Snapshot } from '#ledger/snapshot/snapshot.ts';
import { useDatabase } from '../support/database.ts';
import { snapshotOf } from './snapshot-of.ts';

const database = useDatabase('seeded');
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(database);
});

/** The keys of what is found, the best first. */
function found(subject: 'parties' | 'issues' | 'propositions', text: string): string[] {
  const ranks = searchSnapshot(snapshot, subject, text);
  return [...ranks].sort(([, a], [, b]) => b - a).map(([id]) => snapshot[subject].byId.get(id)?.key ?? '');
}

describe('parties', () => {
  test.each([
    ['Türkiye', 'TR'],
    ['Turkiye', 'TR'],
    ['TURKIYE', 'TR'],
    ['china', 'CN'],
    ['Chima', 'CN'],
    ['CN', 'CN'],
    ['chn', 'CN'],
    ['United Kingdom', 'GB'],
    ['north atlantic', 'nato'],
  ])('%s finds %s first', (text, key) => {
    expect(found('parties', text)[0]).toBe(key);
  });
});

describe('propositions', () => {
  test.each(['Taiwan', 'taiwan', 'Tawian', 'Taiwna'])('%s finds those about Taiwan', (text) => {
    const about = ['tw-inalienable', 'tw-sole-government', 'tw-oppose-independence', 'tw-meaningful-participation'];
    expect(found('propositions', text)).toEqual(expect.arrayContaining(about.filter(saysTaiwan)));
    expect(found('propositions', text)).not.toContain('nato-finland');
  });

  const saysTaiwan = (key: string) => snapshot.propositions.byKey.get(key)?.text.includes('Taiwan') === true;

  test('every word that is asked for has to be there', () => {
    const both = found('propositions', 'Taiwan independence');
    expect(both).toContain('tw-oppose-independence');
    expect(both).not.toContain('tw-meaningful-participation');
  });

  test('a key is found by its beginning', () => {
    expect(found('propositions', 'nato-fin')).toEqual(['nato-finland']);
  });
});

test('issues are found by their names', () => {
  expect(found('issues', 'enlargment')).toEqual(['nato-enlargement']);
});

describe('any rows', () => {
  const rows = [searchable(1, ['Déclaration conjointe'], ['A/RES/68/262']), searchable(2, ['Łódź and Ærø'], [])];
  const ids = (text: string) => [...search(text, rows).keys()];

  test.each([
    ['declaration', [1]],
    ['DÉCLARATION', [1]],
    ['lodz', [2]],
    ['aero', [2]],
    ['a/res/68', [1]],
    ['a/res/69', []],
    ['nothing', []],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  test('nothing is found by signs that are no word', () => {
    expect(ids('?!')).toEqual([]);
  });
});
