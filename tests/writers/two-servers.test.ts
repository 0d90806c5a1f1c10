import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';
import { stance, useWriter } from './writer.ts';

const database = useDatabase('migrated');
const writers = [0, 1].map((place) =>
  useWriter(
    useServedDatabase(() => database.url),
    `editor-${place}`,
  ),
);
beforeAll(() => say(database, world)); // revision 1

const writerOf = (place: number) => writers[place % writers.length] as (typeof writers)[number];
const day = (year: number, place: number) => `${year}-01-${String(place + 1).padStart(2, '0')}`;
const key = (heldFrom: string) => `tr--tw-part--${heldFrom}`;

async function newest(): Promise<number> {
  const { rows } = await database.pool.query<{ last: number }>('SELECT last FROM revision_counter');
  return rows[0]?.last ?? 0;
}

/** The days on which a stance of Türkiye stands, with its citations, as the tables have them. */
async function standing(year: number) {
  const { rows } = await database.pool.query<{ day: string; position: string; citations: number }>(
    `SELECT held_from::text AS day, position, count(citation.id)::int AS citations
     FROM stance JOIN party ON party.id = party_id LEFT JOIN citation ON stance_id = stance.id AND citation.retired_in IS NULL
     WHERE party.key = 'TR' AND stance.retired_in IS NULL AND extract(year FROM held_from) = $1
     GROUP BY stance.id ORDER BY held_from`,
    [year],
  );
  return rows;
}

test('writes to two servers at once are a revision each, without gaps, and each server shows what the other wrote', async () => {
  const before = await newest();
  const places = Array.from({ length: 20 }, (_, place) => place);
  const answers = await Promise.all(
    places.map((place) =>
      writerOf(place).write('recordStances', { stances: [stance({ heldFrom: day(2010, place) })] }),
    ),
  );
  expect(answers.map(({ changed }) => changed)).toEqual(places.map(() => true));
  expect(answers.map(({ revision }) => revision?.number).toSorted((a = 0, b = 0) => a - b)).toEqual(
    places.map((place) => before + 1 + place),
  );
  expect(await standing(2010)).toEqual(
    places.map((place) => ({ day: day(2010, place), position: 'SUPPORT', citations: 1 })),
  );
  const corrected = await Promise.all(
    places.map((place) =>
      writerOf(place + 1).write('correctStance', { stance: key(day(2010, place)), position: 'NEUTRAL' }),
    ),
  );
  expect(corrected.map(({ changed }) => changed)).toEqual(places.map(() => true));
  expect(await standing(2010)).toEqual(
    places.map((place) => ({ day: day(2010, place), position: 'NEUTRAL', citations: 1 })),
  );
  expect(await newest()).toBe(before + 2 * places.length);
});

test('of two that correct the same stance at once from the same base, one is done and the other is a conflict', async () => {
  const heldFrom = day(2011, 0);
  await writerOf(0).write('recordStances', { stances: [stance({ heldFrom })] });
  const baseRevision = await newest();
  const answers = await Promise.all(
    ['NEUTRAL', 'OPPOSE'].map((position, place) =>
      writerOf(place).write('correctStance', { stance: key(heldFrom), position, baseRevision }),
    ),
  );
  expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['Conflict', 'StancesRevised']);
  expect(await newest()).toBe(baseRevision + 1);
});

test('of two that record the same stance at once, with another position, one is done and the other is told', async () => {
  const heldFrom = day(2012, 0);
  const before = await newest();
  const answers = await Promise.all(
    ['NEUTRAL', 'OPPOSE'].map((position, place) =>
      writerOf(place).write('recordStances', { stances: [stance({ heldFrom, position })] }),
    ),
  );
  expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['InvalidInput', 'StancesRevised']);
  expect(await newest()).toBe(before + 1);
});

test('writes beside an import are done after it, against what it said', async () => {
  const before = await newest();
  const places = [0, 1, 2, 3, 4, 5];
  const [imported, ...answers] = await Promise.all([
    say(database, world.replace('text: Force may be used.', 'text: Force may be used there.')),
    ...places.map((place) =>
      writerOf(place).write('recordStances', { stances: [stance({ heldFrom: day(2013, place) })] }),
    ),
  ]);
  expect(imported).toMatchObject({ status: 'REVISED' });
  expect(answers.map(({ changed }) => changed)).toEqual(places.map(() => true));
  expect(await newest()).toBe(before + 1 + places.length);
});
