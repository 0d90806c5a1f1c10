import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { keyFor } from '../ledger/key-for.ts';
import { withClient } from '../ledger/server.ts';
import { withServer } from '../run/child.ts';
import { milliseconds, perSecond, times } from '../run/figures.ts';
import { inTurns, ratioOf, summary, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';
import { copyVotes, writeBare } from './bare-write.ts';
import { votesOf } from './votes.ts';
import { newStance, recordOne, recordStances } from './write.ts';

const writers = 16;
const seconds = 3;
const inOne = 500;
/** The first writes of a server are read, planned and compiled for. */
const turns = { warmUp: 3, rounds: 9 };
const targets = { one: 4, many: 0.5, inOne: 3 };

/** Writes over the API against the transactions that insert the same rows: one by one, sixteen writers at once on two servers, and many in one. */
export async function writes(url: string): Promise<Result[]> {
  const secret = randomBytes(32).toString('base64');
  const key = await keyFor(url, 'bench-writes', secret);
  const { args, environment } = concord(url);
  const served = { ...environment, CONCORD_KEY_SECRET: secret };
  return withServer(args, served, (one) =>
    withServer(args, served, (other) =>
      withClient(url, async (client) => [
        await oneByOne(one, key, client),
        await manyAtOnce(url, [one, other], key),
        await manyInOne(one, key, client),
      ]),
    ),
  );
}

/** The milliseconds of the median of some writes, one after another. */
export const medianWrite = (write: () => Promise<void>) => async (): Promise<number> => {
  const values: number[] = [];
  for (let count = 0; count < 20; count++) values.push(await timed(write));
  return summary(values).median;
};

async function oneByOne(api: string, key: string, client: Client): Promise<Result> {
  note('one write');
  const measured = await inTurns(
    {
      concord: medianWrite(() => recordOne(api, key, newStance())),
      bare: medianWrite(() => writeBare(client, newStance())),
    },
    turns,
  );
  const ratio = ratioOf(measured.concord, measured.bare);
  return {
    what: 'one stance with its citation, until the answer',
    concord: milliseconds(measured.concord),
    peer: `bare transaction ${milliseconds(measured.bare)}`,
    ratio: times(ratio),
    target: `<= ${targets.one}x`,
    met: ratio <= targets.one,
  };
}

async function manyAtOnce(url: string, apis: readonly string[], key: string): Promise<Result> {
  note(`${writers} writers`);
  const clients = await Promise.all(
    Array.from({ length: writers }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  try {
    const measured = await inTurns(
      {
        concord: () => ratePerSecond((writer) => recordOne(apis[writer % apis.length] as string, key, newStance())),
        bare: () => ratePerSecond((writer) => writeBare(clients[writer] as Client, newStance())),
      },
      { ...turns, rounds: 5 },
    );
    const ratio = ratioOf(measured.concord, measured.bare);
    return {
      what: `${writers} writers over ${apis.length} servers`,
      concord: perSecond(measured.concord),
      peer: `bare transactions ${perSecond(measured.bare)}`,
      ratio: times(ratio),
      target: `>= ${targets.many}x, or 150/s`,
      met: ratio >= targets.many || measured.concord.median >= 150,
    };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function ratePerSecond(write: (writer: number) => Promise<void>): Promise<number> {
  const start = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      while (performance.now() - start < seconds * 1_000) {
        await write(writer);
        count++;
      }
    }),
  );
  return count / ((performance.now() - start) / 1_000);
}

async function manyInOne(api: string, key: string, client: Client): Promise<Result> {
  note(`${inOne} stances in one write`);
  const votes = await votesOf(client, inOne);
  const input = () =>
    votes().map(({ party, proposition, heldFrom }) => {
      const said = { position: 'SUPPORT', basis: 'VOTE', confidence: 'HIGH' };
      return { party, proposition, heldFrom, ...said };
    });
  const measured = await inTurns(
    {
      concord: () => timed(() => recordStances(api, key, input())),
      copy: () => timed(() => copyVotes(client, votes())),
    },
    turns,
  );
  const ratio = ratioOf(measured.concord, measured.copy);
  return {
    what: `${inOne} stances in one write, until the answer`,
    concord: milliseconds(measured.concord),
    peer: `COPY ${milliseconds(measured.copy)}`,
    ratio: times(ratio),
    target: `<= ${targets.inOne}x`,
    met: ratio <= targets.inOne,
  };
}
