import { setTimeout as delay } from 'node:timers/promises';
import { clusterExists } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';
import { join, type Membership } from './membership.ts';
import { lacksSpace, noSpace } from './no-space.ts';
import { type Postmaster, runningPostmaster } from './postmaster.ts';
import { readPassword } from './read-password.ts';
import type { ServerTools } from './server-tools.ts';
import { restartServer, type StartResult, startServer } from './start-server.ts';

const patienceMs = 120_000;
const pauseMs = 50;
const failuresInARow = 5;

export interface Entry {
  readonly postmaster: Postmaster;
  readonly password: string;
  readonly membership: Membership;
}

/**
 * Joins the running server or starts it. There is no lock file that a killed process could leave behind: PostgreSQL itself lets only
 * one server onto a data folder and frees the locks of the dead, so whoever loses a race looks again.
 */
export function enterServer(tools: ServerTools): Promise<Entry> {
  return enter(tools, () => startServer(tools));
}

/**
 * The same for a process that used the server before: at the port that it knows, and never with data made anew, which would be another ledger under
 * its feet.
 */
export async function enterServerAgain(tools: ServerTools, port: number): Promise<Entry> {
  const { folder } = tools.cluster;
  if (!clusterExists(tools.cluster)) {
    throw new EmbeddedError('DATA_UNUSABLE', `The data in ${folder} is missing. Restore it.`);
  }
  const entry = await enter(tools, () => restartServer(tools, port));
  if (entry.postmaster.port === port) return entry;
  await entry.membership.end();
  const message = `It now runs on port ${entry.postmaster.port}, but this process expects port ${port}. Restart Concord.`;
  throw new EmbeddedError('START_FAILED', message);
}

async function enter(tools: ServerTools, start: () => Promise<StartResult>): Promise<Entry> {
  const { cluster } = tools;
  const deadline = performance.now() + patienceMs;
  let failures = 0;
  let reason = 'it was not ready in time';
  while (failures < failuresInARow && performance.now() < deadline) {
    const postmaster = await runningPostmaster(cluster);
    if (postmaster === null) {
      const result = await start();
      if (result.started) continue;
      reason = result.reason;
      failures = lostRace(reason) ? 0 : failures + 1;
    } else if (postmaster.port > 0 && clusterExists(cluster)) {
      const password = await readPassword(cluster);
      const membership = await join(postmaster.port, password);
      if (membership !== null) return { postmaster, password, membership };
    }
    await delay(pauseMs);
  }
  if (await lacksSpace(cluster, reason)) throw noSpace(cluster);
  const message = `The embedded PostgreSQL server did not start: ${reason}. Its log is ${cluster.logFile}.`;
  throw new EmbeddedError('START_FAILED', message);
}

/** Another process holds the folder or is about to; its file that cannot be written is something else. */
const lostRace = (reason: string) => reason.includes('postmaster.pid') && !reason.includes('could not write');
