import { beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { say, summaryOf } from './say.ts';
import { everything, standing } from './standing.ts';
import { world } from './world.ts';

/** The world with something else in it. */
const changed = (old: string | RegExp, by: string) => {
  const text = world.replace(old, by);
  if (text === world) throw new Error(`the world does not say: ${old}`);
  return text;
};

const withoutForce = changed(/ {2}- key: tw-force[\s\S]*?(?= {2}- key: a-res-1)/, '');
const withoutRussia = changed(/ {6}- party: RU[\s\S]*?(?= {2}- key: tw-force)/, '');

describe('after the same source has said the world,', () => {
  const database = useDatabase('migrated');
  // Each test starts from the world as it was first said.
  beforeEach(async () => {
    await say(database, world, { complete: true });
  });

  const difference = async (text: string, options: { source?: string; complete?: boolean } = {}) => {
    const { revision: before = 0 } = await standing(database);
    const outcome = await say(database, text, options);
    const { revision: after = 0 } = await standing(database);
    return { revisions: after - before, summary: summaryOf(outcome) };
  };

  const nothing = { revisions: 0, summary: 'UNCHANGED' };
  const count = (add: number, amend: number, retire: number) => ({ add, amend, retire });

  test('saying it again changes nothing', async () => {
    expect(await difference(world, { complete: true })).toEqual(nothing);
  });

  test('a changed sentence of a stance is a new version of it, to which its citations move', async () => {
    expect(await difference(changed('China says so.', 'China insists.'))).toEqual({
      revisions: 1,
      summary: { stance: count(1, 0, 1), citation: count(2, 0, 2) },
    });
  });

  test('a changed citation leaves its stance', async () => {
    expect(await difference(changed('locator: article 5,', 'locator: article 6,'))).toEqual({
      revisions: 1,
      summary: { citation: count(1, 0, 1) },
    });
  });

  test('a citation that is no longer said is retired with or without the rest being complete', async () => {
    const fewer = changed('          - { document: letter, role: CARRIER, verification: FROM_KNOWLEDGE }\n', '');
    expect(await difference(fewer)).toEqual({ revisions: 1, summary: { citation: count(0, 0, 1) } });
  });

  test('a stance that is no longer said is kept', async () => {
    expect(await difference(withoutRussia)).toEqual(nothing);
  });

  test('a stance that is no longer said is retired, with its citations, when the files are complete', async () => {
    expect(await difference(withoutRussia, { complete: true })).toEqual({
      revisions: 1,
      summary: { stance: count(0, 0, 1), citation: count(0, 0, 1) },
    });
  });

  test('a proposition that is no longer said is retired with everything about it, when the files are complete', async () => {
    expect(await difference(withoutForce, { complete: true })).toEqual({
      revisions: 1,
      summary: {
        proposition: count(0, 0, 1),
        propositionIssue: count(0, 0, 1),
        stance: count(0, 0, 1),
        citation: count(0, 0, 1),
      },
    });
  });

  test('a proposition that was retired is not retired again', async () => {
    await say(database, withoutForce, { complete: true });
    expect(await difference(withoutForce, { complete: true })).toEqual(nothing);
  });

  test('a proposition that is said again comes back under its key', async () => {
    await say(database, withoutForce, { complete: true });
    expect(await difference(world, { complete: true })).toEqual({
      revisions: 1,
      summary: {
        proposition: count(0, 1, 0),
        propositionIssue: count(1, 0, 0),
        stance: count(1, 0, 0),
        citation: count(1, 0, 0),
      },
    });
  });

  test('a changed text of the catalogue is amended in place', async () => {
    expect(await difference(changed('title: Letter', 'title: A letter'))).toEqual({
      revisions: 1,
      summary: { document: count(0, 1, 0) },
    });
  });

  test('another source changes nothing by saying the same', async () => {
    expect(await difference(world, { source: 'other', complete: true })).toEqual(nothing);
  });

  test('what another source does not say stays', async () => {
    expect(await difference(withoutRussia, { source: 'other', complete: true })).toEqual(nothing);
  });

  test.each([
    ['a stance', 'China says so.', 'China insists.', 'party: CN', 'stance CN | tw-part | 2001-07-16'],
    ['a document', 'title: Letter', 'title: A letter', '{ key: letter', 'document letter'],
    ['a citation', 'article 5, key', 'article 6, key', '{ document: treaty', 'citation CN | tw-part | 2001-07-16 | 0'],
    ['a membership', '1952-02-18 }', '1952-02-18, note: X }', '{ country: TR', 'membership nato | TR | 1952-02-18'],
  ])('%s that another source changes is a conflict, and nothing changes', async (_, old, by, place, what) => {
    const before = await everything(database);
    expect(await difference(changed(old, by), { source: 'other' })).toEqual({
      revisions: 0,
      summary: [
        {
          at: placeOf(place),
          found: `${what} changed by test since`,
          expected: 'the present content of the ledger, or a change by that source',
        },
      ],
    });
    expect(await everything(database)).toEqual(before);
  });
});

/** Line and column at which the world first says something. */
function placeOf(text: string): string {
  const before = world.slice(0, world.indexOf(text)).split('\n');
  return `text.yaml:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
