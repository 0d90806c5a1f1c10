import type { Client } from 'pg';
import { serverConnection, workerConnection } from '../connection-names.ts';
import { MigrationError } from './history.ts';

/**
 * Whether servers of the version before go on with a database that has a migration. Its name says so, because they do not know its text; what it may
 * contain is checked when it is written.
 */
export const isExpansion = (name: string): boolean => /^\d{14}_expand_/.test(name);

interface RunningProcess {
  readonly pid: number;
  readonly name: string;
  readonly address: string;
  readonly since: Date;
}

const running = `SELECT pid, application_name AS name, coalesce(host(client_addr), 'this machine') AS address, backend_start AS since
  FROM pg_stat_activity WHERE datname = current_database() AND application_name = ANY ($1) ORDER BY backend_start`;

/**
 * Refuses migrations that are no expansions while servers or workers are connected to the database. Does not see those that only read from a standby.
 * @throws MigrationError `SERVERS_RUNNING`
 */
export async function refuseWhileServersRun(client: Client, pending: readonly string[]): Promise<void> {
  const breaking = pending.filter((name) => !isExpansion(name));
  if (breaking.length === 0) return;
  const { rows } = await client.query<RunningProcess>(running, [[serverConnection, workerConnection]]);
  if (rows.length === 0) return;
  const processes = rows.map(
    ({ pid, name, address, since }) =>
      `${name}, process ${pid} of the database server, from ${address} since ${since.toISOString()}`,
  );
  const message = `Servers of the version before cannot go on with ${breaking.join(', ')}, and some are running (${processes.join('; ')}). Stop them and migrate again, or give --while-servers-run: their requests may then fail until they are replaced.`;
  throw new MigrationError('SERVERS_RUNNING', message);
}
