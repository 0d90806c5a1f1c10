import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { type Machine, type NodeName, nodes } from './machine.ts';

const patienceMs = 120_000;
const lookEveryMs = 50;
const connectMs = 2_000;

interface Server {
  readonly node: NodeName;
  /** When its PostgreSQL was started. */
  readonly started: string;
}

/** The server that a node runs now. */
export async function serverOf(machine: Machine, node: NodeName): Promise<Server> {
  const client = await connected(machine, node);
  try {
    return { node, started: (await look(client)).started };
  } finally {
    await client.end();
  }
}

/**
 * Waits until a node has committed something that is another server than the one before: another node, or a
 * PostgreSQL that was started again. Tells when, by the clock of `performance`; null when none does within two minutes. It connects to the nodes
 * themselves, once to each while they answer: Patroni makes a connection for each question, which is felt on two cores.
 */
export async function firstCommit(machine: Machine, before: Server): Promise<number | null> {
  const ended = AbortSignal.timeout(patienceMs);
  const found = new AbortController();
  const until = AbortSignal.any([ended, found.signal]);
  const first = Promise.withResolvers<number | null>();
  until.addEventListener('abort', () => first.resolve(null));
  for (const node of nodes) {
    void commitOn(machine, node, before, until).then((at) => {
      if (at === null) return;
      first.resolve(at);
      found.abort();
    });
  }
  return first.promise;
}

async function commitOn(machine: Machine, node: NodeName, before: Server, until: AbortSignal): Promise<number | null> {
  while (!until.aborted) {
    const client = await connected(machine, node).catch(() => null);
    try {
      while (client !== null && !until.aborted) {
        const { standby, started } = await look(client);
        const isBefore = node === before.node && started === before.started;
        if (!standby && !isBefore) {
          await client.query("SELECT pg_logical_emit_message(true, 'concord-bench', '')");
          return performance.now();
        }
        await delay(lookEveryMs);
      }
    } catch {
      // It went away; perhaps it comes back.
    } finally {
      client?.end().catch(() => {}); // not waited for: it may be frozen
    }
    await delay(lookEveryMs);
  }
  return null;
}

async function connected(machine: Machine, node: NodeName): Promise<Client> {
  const connectionString = machine.url.database(machine.port(10 + Number(node.slice(1))));
  const client = new Client({ connectionString, connectionTimeoutMillis: connectMs });
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function look(client: Client) {
  const { rows } = await client.query<{ standby: boolean; started: string }>(
    'SELECT pg_is_in_recovery() AS standby, pg_postmaster_start_time()::text AS started',
  );
  return rows[0] as { standby: boolean; started: string }; // a SELECT without FROM gives one row
}
