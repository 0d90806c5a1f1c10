import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { beforeAll, expect, test } from 'vitest';
import { createKey } from '#ledger/keys/keys.ts';
import { startConcord } from '../cli/run-concord.ts';
import { useDatabase } from '../support/database.ts';
import { keySecret, stance } from './writer.ts';

const database = useDatabase('seeded');
let token = '';
beforeAll(async () => {
  token = await createKey(database.pool, { name: 'editor', scopes: ['stances:write'], expiresAt: null }, keySecret);
});

/** A server of its own process; `kill` gives it no chance. */
async function serve() {
  const env = { DATABASE_URL: database.url, CONCORD_KEY_SECRET: keySecret, PORT: '0', LOG_LEVEL: 'silent' };
  const child = startConcord(['serve', '--json'], env);
  const [line] = await once(createInterface(child.stdout), 'line');
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'close');
  };
  return { api: JSON.parse(line).api as string, kill };
}

const citations = [{ document: 'seed-gt-2022-02-04', verification: 'FROM_KNOWLEDGE' }];
const said = (heldFrom: string) => stance({ party: 'FR', proposition: 'tw-inalienable', heldFrom, citations });

const day = (number: number) => new Date(Date.UTC(2010, 0, number + 1)).toISOString().slice(0, 10);

/** The revision of the write of a day; null when the server was gone before it answered. */
async function write(api: string, heldFrom: string): Promise<number | null> {
  const query = `mutation ($input: RecordStancesInput!) { recordStances(input: $input) { ... on Revised { revision { number } } } }`;
  const input = { message: heldFrom, idempotencyKey: heldFrom, stances: [said(heldFrom)] };
  const sent = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input } }),
  };
  const answer = await fetch(api, sent)
    .then((response) => response.json())
    .catch(() => null);
  return answer === null ? null : answer.data.recordStances.revision.number;
}

const writers = 8;

test('of writes to a server that is killed, none is lost, half done or done twice when they are sent again', async () => {
  const { rows } = await database.pool.query<{ last: number }>('SELECT last FROM revision_counter');
  const before = rows[0]?.last ?? 0;
  const first = await serve();
  let killed: Promise<void> | undefined;
  const answers: (number | null)[] = [];
  let sent = 0;
  // Each goes on until the server is gone, so that it is killed in the middle of writes.
  const writeOn = async () => {
    for (let last: number | null = 0; last !== null; ) {
      const number = sent++;
      last = await write(first.api, day(number));
      answers[number] = last;
      if (number === 10) killed = first.kill();
    }
  };
  await Promise.all(Array.from({ length: writers }, writeOn));
  await killed;
  const days = answers.map((_, number) => day(number));
  expect(answers.filter((number) => number === null)).toHaveLength(writers);

  const second = await serve();
  const again: (number | null)[] = [];
  for (const heldFrom of days) again.push(await write(second.api, heldFrom));
  await second.kill();
  expect(again.map((number, place) => (answers[place] === null ? null : number))).toEqual(answers);
  expect(again.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(days.map((_, place) => before + place + 1));
  const stored = await database.pool.query<{ message: string; stances: number; citations: number }>(
    `SELECT message, count(DISTINCT stance.id)::int AS stances, count(citation.id)::int AS citations FROM revision
     JOIN stance ON stance.added_in = number JOIN citation ON stance_id = stance.id
     WHERE number > $1 GROUP BY number ORDER BY message`,
    [before],
  );
  expect(stored.rows).toEqual(days.map((message) => ({ message, stances: 1, citations: 1 })));
});
