import { beforeAll, describe, expect, test } from 'vitest';
import { NEVER } from '#agreement/stance-columns.ts';
import { extendedIndex, searchIndex } from '#snapshot/search/search-index.ts';
import { searchQuestion } from '#snapshot/search/search-question.ts';
import { search, searchSnapshot } from '#snapshot/search/search-snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { seeds, useRecords } from '../support/database.ts';
import { snapshotOf } from './snapshot-of.ts';

const database = useRecords(seeds);
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(database);
});

/** The keys of what is found, the best first. */
function found(subject: 'parties' | 'issues' | 'propositions', text: string): string[] {
  const ranks = searchSnapshot(snapshot, subject, text, snapshot.revision);
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

/** An entry of a row that was said from one revision to before another. */
const entry = (id: number, text: string, from = 0, until = NEVER, codes: string[] = []) => ({
  id,
  texts: [text],
  codes,
  from,
  until,
});

describe('any rows', () => {
  const rows = [entry(1, 'Déclaration conjointe', 0, NEVER, ['A/RES/68/262']), entry(2, 'Łódź and Ærø')];
  const ids = (text: string) => [...search(searchIndex(rows), searchQuestion(text), 1).keys()];

  test.each([
    ['declaration', [1]],
    ['DÉCLARATION', [1]],
    ['lodz', [2]],
    ['aero', [2]],
    ['a/res/68', [1]],
    ['a/res/69', []],
    ['nothing', []],
    ['conjoitne declaration', [1]],
    ['conjointement', []],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  test('nothing is found by signs that are no word', () => {
    expect(ids('?!')).toEqual([]);
  });

  test('a word that is asked for twice counts twice', () => {
    const index = searchIndex([entry(1, 'one twos')]);
    const rank = (text: string) => search(index, searchQuestion(text), 1).get(1);
    expect(rank('one one two')).toBeCloseTo((1 + 1 + 0.95) / 3, 12);
  });
});

describe('an index that is carried on', () => {
  const index = searchIndex([entry(1, 'old words'), entry(2, 'others')]);
  const later = extendedIndex(index, [entry(1, 'new words', 5), entry(3, 'words more', 5)]);
  const ids = (text: string, revision: number) => [...search(later, searchQuestion(text), revision).keys()];

  test('what a row said is found as known before, what it says from then on', () => {
    expect([ids('old', 4), ids('old', 5)]).toEqual([[1], []]);
    expect([ids('new', 4), ids('new', 5)]).toEqual([[], [1]]);
  });

  test('what did not change is found at both', () => {
    expect([ids('others', 4), ids('others', 5)]).toEqual([[2], [2]]);
  });

  test('the index it was made from is as it was', () => {
    expect([...search(index, searchQuestion('old'), 9).keys()]).toEqual([1]);
  });

  test('it is the same as one made at once, however often it was carried on', () => {
    const said = (revision: number) => `${['joint', 'common', 'jointly'][revision % 3]} word${revision} said`;
    const entries = Array.from({ length: 40 }, (_, revision) => entry(1 + (revision % 7), said(revision), revision));
    const carried = entries
      .slice(1)
      .reduce((next, one) => extendedIndex(next, [one]), searchIndex(entries.slice(0, 1)));
    const ended = entries.map((one, place) => {
      const next = entries.slice(place + 1).find(({ id }) => id === one.id);
      return { ...one, until: next?.from ?? NEVER };
    });
    const atOnce = searchIndex(ended);
    for (const text of ['joint', 'comon said', 'word3', 'word'])
      for (const revision of [0, 5, 20, 39])
        expect(search(carried, searchQuestion(text), revision)).toEqual(search(atOnce, searchQuestion(text), revision));
    expect(carried.segments.length).toBeLessThan(7);
  });
});

describe('few characters of many letters', () => {
  test.each([
    ['letters', '\ufdfb'.repeat(200)],
    [
      'words',
      'abcdefghijklmnopqrstuvwxyz0123456789àøabcdefgh'
        .split('')
        .map((letter, place) => `${letter}${place % 10}`)
        .join(' '),
    ],
  ])('%s are refused', (what, text) => {
    expect(() => searchQuestion(text)).toThrow(new RegExp(`search: found \\d+ .*${what}.*, expected at most \\d+\\.`));
  });

  test('Korean and Arabic titles are not', () => {
    expect(searchQuestion('대한민국과 중화인민공화국 공동성명').terms.length).toBe(3);
    expect(searchQuestion('الجمعية العامة للأمم المتحدة').terms.length).toBe(4);
  });
});
