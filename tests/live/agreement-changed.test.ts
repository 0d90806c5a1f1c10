import { beforeAll, expect, test } from 'vitest';
import type { Keyed, List } from '../api/running-server.ts';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';
import { stance, useWriter } from '../writers/writer.ts';
import { subscribe } from './event-stream.ts';

const database = useDatabase('migrated');
const writer = useWriter(useServedDatabase(() => database.url));

const positions = ['SUPPORT', 'LEAN_SUPPORT', 'NEUTRAL', 'LEAN_OPPOSE', 'OPPOSE', 'OPPOSE', 'SUPPORT'];

// Revision 1 is the world, in which RU and TR share nothing. Then TR says this and that of two propositions, and CN, of whom nobody asks, something else.
beforeAll(async () => {
  await say(database, world);
  for (const [index, position] of positions.entries()) {
    const heldFrom = `20${10 + index}-01-01`;
    await writer.write('recordStances', { stances: [stance({ party: 'CN', heldFrom, position: 'NEUTRAL' })] });
    await writer.write('recordStances', { stances: [stance({ party: 'TR', heldFrom, position })] });
  }
  await writer.write('retractStance', { stances: ['ru--tw-part--2001-07-16'] });
  await writer.seen(last);
});
const last = 1 + 2 * positions.length + 1;

interface Moved {
  readonly agreementChanged: {
    readonly revision: { readonly number: number };
    readonly sinceRevision: number;
    readonly before: { readonly value: number | null };
    readonly after: { readonly value: number | null };
    readonly change: number | null;
    readonly changes: List<{
      readonly proposition: Keyed;
      readonly cells: readonly { readonly party: Keyed; readonly after: { readonly stance: Keyed | null } }[];
    }>;
  };
}

const query = `subscription ($by: Float, $since: Int, $scope: ScopeInput) {
  agreementChanged(parties: ["RU", "TR"], scope: $scope, by: $by, sinceRevision: $since) {
    revision { number } sinceRevision before { value } after { value } change
    changes { totalCount nodes { proposition { key } cells { party { key } after { stance { key } } } } }
  }
}`;

/** The value as known at each revision, by the question that everybody asks. */
async function values(): Promise<(number | null)[]> {
  const revisions = Array.from({ length: last }, (_, index) => index + 1);
  const fields = revisions.map(
    (revision) => `r${revision}: agreement(parties: ["RU", "TR"], scope: { asKnownAt: ${revision} }) { value }`,
  );
  const data = await writer.dataOf<Record<string, { value: number | null }>>(`{ ${fields.join(' ')} }`);
  return [null, ...revisions.map((revision) => data[`r${revision}`]?.value ?? null)];
}

/** What is to be told of those values, from one revision on. */
function movesOf(values: readonly (number | null)[], by: number, from: number) {
  const moves: { revision: number; before: number | null; after: number | null }[] = [];
  let before = values[from] ?? null;
  for (let revision = from + 1; revision < values.length; revision++) {
    const after = values[revision] ?? null;
    const isMove =
      before === null || after === null ? before !== after : before !== after && Math.abs(after - before) >= by - 1e-9;
    if (!isMove) continue;
    moves.push({ revision, before, after });
    before = after;
  }
  return moves;
}

const movesIn = (events: readonly { readonly data: Moved }[]) =>
  events.map(({ data: { agreementChanged: told } }) => ({
    revision: told.revision.number,
    before: told.before.value,
    after: told.after.value,
  }));

test.each([0, 0.2, 0.3, 0.75, 2])(
  'the agreement is told when it moved by at least %s since it was told last',
  async (by) => {
    const expected = movesOf(await values(), by, 1);
    expect(expected.length).toBeGreaterThan(1);
    const stream = await subscribe(writer.url(), { query, variables: { by, since: 1 } });
    const events = await stream.events<Moved>(expected.length);
    expect(movesIn(events)).toEqual(expected);
    for (const { data } of events) {
      const { before, after, change } = data.agreementChanged;
      expect(change).toBe(before.value === null || after.value === null ? null : after.value - before.value);
    }
    // From any event on the others follow, whatever has come between.
    for (const [index, { id }] of events.entries()) {
      const rest = await subscribe(writer.url(), { query, variables: { by }, headers: { 'last-event-id': id } });
      expect(movesIn(await rest.events<Moved>(expected.length - index - 1))).toEqual(expected.slice(index + 1));
    }
  },
);

test('a place between two events has not forgotten with what is compared', async () => {
  const by = 0.75;
  const [, ...others] = movesOf(await values(), by, 1);
  expect(others[0]?.revision).toBeGreaterThan(6);
  const stream = await subscribe(writer.url(), { query, variables: { by, since: 1 } });
  const [first] = await stream.events<Moved>(1);
  const [revision, digest] = (first?.id ?? '').split(':');
  const { revision: between } = await writer.dataOf<{ revision: { number: number; digest: string } }>(
    `{ revision(number: ${Number(revision) + 3}) { number digest } }`,
  );
  expect(digest).toHaveLength(16);
  const place = `${between.number}:${between.digest.slice(0, 16)}:${revision}`;
  const rest = await subscribe(writer.url(), { query, variables: { by }, headers: { 'last-event-id': place } });
  expect(movesIn(await rest.events<Moved>(others.length))).toEqual(others);
});

test('what moved it are the stances that came between', async () => {
  const stream = await subscribe(writer.url(), { query, variables: { by: 0.2, since: 3 } });
  const [event] = await stream.events<Moved>(1);
  const { sinceRevision, revision, changes } = event?.data.agreementChanged ?? {};
  // What CN said in revision 4 moved nothing.
  expect([sinceRevision, revision?.number]).toEqual([4, 5]);
  expect(changes?.nodes).toEqual([
    {
      proposition: { key: 'tw-part' },
      cells: [{ party: { key: 'TR' }, after: { stance: { key: 'tr--tw-part--2011-01-01' } } }],
    },
  ]);
});

test('the day of the scope holds', async () => {
  const variables = { since: 1, scope: { asOf: '2010-06-01' } };
  const stream = await subscribe(writer.url(), { query, variables });
  // Only the first of the stances of TR had begun by then; the last revision takes back that of RU.
  expect(movesIn(await stream.events<Moved>(2)).map(({ revision }) => revision)).toEqual([3, last]);
});
