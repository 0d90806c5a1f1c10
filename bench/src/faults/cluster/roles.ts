import { Client } from 'pg';
import { type Machine, type NodeName, nodes } from './machine.ts';
import { until } from './until.ts';

export interface Writable {
  readonly node: NodeName;
  readonly started: string;
}

interface Member {
  readonly Role: string;
  readonly State: string;
  readonly 'Lag in MB'?: number | string;
}

/** The node that says of itself that it is the primary; null when none does. */
export async function primaryOf(machine: Machine): Promise<NodeName | null> {
  const said = await Promise.all(
    nodes.map((node) =>
      fetch(`${machine.url.patroni(node)}/primary`, { signal: AbortSignal.timeout(400) }).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  );
  return nodes.find((_, index) => said[index]) ?? null;
}

/** The nodes whose PostgreSQL takes writes, with when that was started: asked of each itself. */
export async function writableNodes(machine: Machine): Promise<readonly Writable[]> {
  const asked = nodes.map(async (node): Promise<Writable[]> => {
    const url = machine.url.database(machine.port(10) + Number(node.slice(1)));
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 400, query_timeout: 400 });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query<{ started: string; standby: boolean }>(
        'SELECT pg_postmaster_start_time()::text AS started, pg_is_in_recovery() AS standby',
      );
      return rows.filter(({ standby }) => !standby).map(({ started }) => ({ node, started }));
    } catch {
      return [];
    } finally {
      client.end().catch(() => {});
    }
  });
  return (await Promise.all(asked)).flat();
}

/** Waits until one node is the primary and the others receive from it. */
export async function untilHealthy(machine: Machine): Promise<NodeName> {
  await until(
    'the cluster is healthy',
    async () => {
      const members = JSON.parse(await machine.patronictl('list', '-f', 'json')) as readonly Member[];
      const roles = members.map(({ Role, State }) => `${Role} ${State}`).join();
      const lags = members.filter(({ Role }) => Role !== 'Leader').map((member) => Number(member['Lag in MB'] ?? 0));
      const isRunning =
        members.length === nodes.length && members.every(({ State }) => /^(running|streaming)$/.test(State));
      return (
        isRunning && roles.includes('Leader') && lags.every((lag) => lag === 0) && (await primaryOf(machine)) !== null
      );
    },
    180_000,
  );
  return (await primaryOf(machine)) as NodeName; // see above
}
