import type { Database } from '#postgres/open-database.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import { readLast } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import type { Acknowledged } from './api-writer.ts';
import { checkAnswers } from './check-answers.ts';
import { checkLedger } from './check-ledger.ts';
import { checkServer } from './check-server.ts';
import { checkSnapshot } from './check-snapshot.ts';
import type { PlannedImport } from './import-plan.ts';
import { send } from './send.ts';
import type { KeptServer } from './servers.ts';
import type { Tally } from './tally.ts';

export interface Run {
  readonly database: Database;
  /** The newest revision before anything was written. */
  readonly before: number;
  readonly writes: readonly Acknowledged[];
  readonly imports: readonly PlannedImport[];
  readonly servers: readonly KeptServer[];
  /** Those that were carried on through the run. */
  readonly snapshots: Snapshots;
  readonly tally: Tally;
}

const patienceMs = 10_000;

/** Everything that is wrong after a run; nobody writes any more. */
export async function checkRun(run: Run): Promise<string[]> {
  const { database, before, writes, imports, servers, tally } = run;
  while (servers.some(({ api }) => api === null)) await tally.more('server starts', 1);
  const apis = servers.flatMap(({ api }) => api ?? []);
  const wrong = await checkLedger(database.pool, before, writes, imports);
  wrong.push(...(await checkAnswers(apis, writes)));
  wrong.push(...(await checkSnapshots(run, apis)));
  const [last] = writes;
  const [api] = apis;
  if (last === undefined || api === undefined) return [...wrong, 'nothing was written'];
  const number = await readLast(database.pool);
  const after = await send(api, last.token, oneMore);
  if (!('done' in after) || after.done.revision.number !== number + 1)
    wrong.push(`one more write, after revision ${number}, was answered ${JSON.stringify(after)}`);
  wrong.push(...(await checkSnapshots(run, apis)));
  tally.count('revisions', (await readLast(database.pool)) - before);
  return wrong;
}

const oneMore = {
  mutation: 'recordStances',
  message: 'one more',
  input: {
    message: 'one more',
    stances: [
      {
        party: 'FR',
        proposition: 'tw-inalienable',
        heldFrom: '1949-01-01',
        position: 'SUPPORT',
        basis: 'OWN_STATEMENT',
        confidence: 'LOW',
        citations: [{ document: 'seed-gt-2022-02-04', verification: 'FROM_KNOWLEDGE' }],
      },
    ],
  },
} as const;

/** The snapshot carried on through the run, one read anew, and those of the servers: all as plain SQL says. */
async function checkSnapshots({ database, before, snapshots }: Run, apis: readonly string[]): Promise<string[]> {
  const { pool, url } = database;
  const last = await readLast(pool);
  const carried = await snapshots.atLeast(last, patienceMs);
  if (carried === null) return [`a snapshot that is carried on does not get to revision ${last}`];
  const wrong = await checkSnapshot(pool, 'snapshot carried on', carried);
  wrong.push(...(await checkSnapshot(pool, 'snapshot read anew', await buildSnapshot(url))));
  for (const api of apis) wrong.push(...(await checkServer(pool, api, before, last)));
  return wrong;
}
