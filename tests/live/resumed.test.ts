import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';
import { stance, useWriter } from '../writers/writer.ts';
import { subscribe } from './event-stream.ts';

const database = useDatabase('migrated');
const servers = [0, 1].map((place) =>
  useWriter(
    useServedDatabase(() => database.url),
    `editor-${place}`,
  ),
);
beforeAll(async () => {
  await say(database, world); // revision 1
  for (const { seen } of servers) await seen(1);
});

const query = `subscription ($parties: [String!], $propositions: [String!], $since: Int) {
  ledgerChanged(parties: $parties, propositions: $propositions, sinceRevision: $since) { revision { number message } addedStances retiredStances }
}`;
interface Changed {
  readonly ledgerChanged: {
    readonly revision: { readonly number: number; readonly message: string };
    readonly addedStances: number;
    readonly retiredStances: number;
  };
}

/** Numbers that look random and are the same in each run (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const parties = ['CN', 'RU', 'TR'];
const propositions = ['tw-part', 'tw-force'];
const writes = 60;

/** Records, corrects and retracts at random, through one server or the other. */
async function writeOn(draw: (below: number) => number): Promise<void> {
  const standing: string[] = [];
  for (let count = 0; count < writes; count++) {
    const writer = servers[draw(servers.length)] as (typeof servers)[number];
    const known = standing[draw(standing.length || 1)];
    const what = known === undefined ? 0 : draw(4);
    if (what === 2) await writer.write('correctStance', { stance: known, position: count % 2 ? 'OPPOSE' : 'NEUTRAL' });
    else if (what === 3)
      await writer.write('retractStance', { stances: [standing.splice(standing.indexOf(known as string), 1)[0]] });
    else {
      const stances = Array.from({ length: 1 + draw(3) }, (_, place) => {
        const heldFrom = `${1900 + count}-0${1 + place}-01`;
        const said = { party: parties[draw(3)] as string, proposition: propositions[draw(2)] as string, heldFrom };
        standing.push(`${said.party.toLowerCase()}--${said.proposition}--${heldFrom}`);
        return stance(said);
      });
      await writer.write('recordStances', { stances });
    }
  }
}

interface Filter {
  readonly parties?: readonly string[];
  readonly propositions?: readonly string[];
}

/** What the tables say that each revision did with the stances that fit. */
async function inTables(
  {
    parties = null,
    propositions = null,
  }: { parties?: readonly string[] | null; propositions?: readonly string[] | null },
  last: number,
) {
  const { rows } = await database.pool.query<{ number: number; added: number; retired: number }>(
    `WITH fits AS (SELECT stance.* FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
       WHERE ($1::text[] IS NULL OR party.key = ANY($1)) AND ($2::text[] IS NULL OR proposition.key = ANY($2)))
     SELECT number, (SELECT count(*)::int FROM fits WHERE added_in = number) AS added, (SELECT count(*)::int FROM fits WHERE retired_in = number) AS retired
     FROM revision WHERE number BETWEEN 2 AND $3 ORDER BY number`,
    [parties, propositions, last],
  );
  return rows.filter(({ added, retired }) => added + retired > 0);
}

/** The message of the last revision, which fits every filter: so all readers know when they have everything. */
const lastMessage = 'the last';

/** Reads the events after revision 1 until the last one, breaking off and going on at random on a random server. */
async function readAll(filter: Filter, draw: (below: number) => number) {
  let isLast = false;
  const seen: Row[] = [];
  let id: string | null = null;
  while (!isLast) {
    const { url } = servers[draw(servers.length)] as (typeof servers)[number];
    const byArgument = id !== null && draw(3) === 0;
    const since = byArgument ? seen.at(-1)?.number : 1;
    const headers = id === null || byArgument ? {} : { 'last-event-id': id };
    const stream = await subscribe(url(), { query, variables: { ...filter, since }, headers });
    const most = 1 + draw(9);
    for (let count = 1; count <= most && !isLast; count++) {
      const event = (await stream.events<Changed>(count))[count - 1];
      if (event === undefined) throw new Error('expected an event');
      const { revision, addedStances: added, retiredStances: retired } = event.data.ledgerChanged;
      seen.push({ number: revision.number, added, retired });
      id = event.id;
      isLast = revision.message === lastMessage;
    }
    stream.quit();
  }
  return seen;
}

interface Row {
  readonly number: number;
  readonly added: number;
  readonly retired: number;
}

const filters: readonly Filter[] = [
  {},
  { parties: ['TR'] },
  { propositions: ['tw-force'] },
  { parties: ['CN', 'RU'], propositions: ['tw-part'] },
];

test('events, broken off and resumed at random on random servers, are what the ledger says: each once and in order', {
  timeout: 240_000,
}, async () => {
  const ended = writeOn(random(1)).then(async () => {
    const stances = parties.flatMap((party) =>
      propositions.map((proposition) => stance({ party, proposition, heldFrom: '2020-01-01' })),
    );
    const written = await servers[0]?.write('recordStances', { stances, message: lastMessage });
    return written?.revision?.number as number; // it was written
  });
  const read = await Promise.all(filters.map((filter, index) => readAll(filter, random(index + 2))));
  for (const [index, filter] of filters.entries()) expect(read[index]).toEqual(await inTables(filter, await ended));
  expect(read[0]?.length).toBeGreaterThan(writes / 2);
});
