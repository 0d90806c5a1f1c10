import { appendFile, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { findBinaries } from '#postgres/embedded/binaries.ts';
import { clusterIn, databaseUrl, readPassword } from '#postgres/embedded/cluster.ts';
import { chooseLauncher } from '#postgres/embedded/launcher.ts';
import { runningPostmaster } from '#postgres/embedded/postmaster.ts';
import { startServer, stopServer } from '#postgres/embedded/start-server.ts';

/** A PostgreSQL server of its own. */
export interface Node {
  readonly url: string;
  readonly folder: string;
  /** Ends it, and what it holds. */
  end(): Promise<void>;
}

// Nothing on it outlives the test.
const settings = {
  fsync: 'off',
  full_page_writes: 'on',
  max_connections: '40',
  shared_buffers: '16MB',
  max_wal_size: '64MB',
};

/** Starts the server of a folder, whose data are made if they are not there. */
export async function startNode(folder: string): Promise<Node> {
  const cluster = clusterIn(folder);
  const binaries = await findBinaries();
  const tools = { cluster, binaries, launcher: await chooseLauncher(binaries, cluster), settings };
  const result = await startServer(tools);
  if (!result.started) throw new Error(`${folder}: the server did not start: ${result.reason}`);
  const postmaster = await runningPostmaster(cluster);
  if (postmaster === null) throw new Error(`${folder}: the server is not there any more`);
  return {
    url: databaseUrl(postmaster.port, await readPassword(cluster)),
    folder,
    async end() {
      await stopServer(tools, postmaster.pid);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A standby of a running server, with what was committed up to now and nothing that comes after, unless it `receives` that. */
export async function standbyOf(primary: Node, folder: string, receives = false): Promise<Node> {
  const [from, to] = [clusterIn(primary.folder).folder, clusterIn(folder).folder];
  const copy = (part: string, leaveOut: RegExp) =>
    cp(join(from, part), join(to, part), {
      recursive: true,
      preserveTimestamps: true,
      filter: (path) => !leaveOut.test(path.slice(from.length)),
    });
  await withClient(primary.url, async (client) => {
    await client.query("SELECT pg_backup_start('standby', fast => true)");
    await copy('', /^\/(postmaster\.(pid|opts)|pg_wal\/.+|pg_replslot\/.+|backup_label.*)$/);
    const { rows } = await client.query<{ label: string }>(
      'SELECT labelfile AS label FROM pg_backup_stop(wait_for_archive => false)',
    );
    await writeFile(join(to, 'backup_label'), rows[0]?.label ?? '');
    await copy('pg_wal', /\/archive_status\/.+$/);
  });
  await writeFile(join(to, 'standby.signal'), '');
  if (receives) await appendFile(join(to, 'postgresql.auto.conf'), `primary_conninfo = '${conninfoOf(primary)}'\n`);
  return startNode(folder);
}

const conninfoOf = ({ url }: Node): string => {
  const { hostname, port, username, password } = new URL(url);
  return `host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}`;
};

/** Creates the database that an address names. */
export async function createDatabase(url: string): Promise<void> {
  const admin = new URL(url);
  const name = admin.pathname.slice(1);
  admin.pathname = '/postgres';
  await withClient(admin.href, (client) => client.query(`CREATE DATABASE ${name}`));
}

/** Makes a primary of a standby; it goes on with a timeline of its own. */
export const promote = ({ url }: Node): Promise<unknown> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ promoted: boolean }>('SELECT pg_promote(true, 60) AS promoted');
    if (!rows[0]?.promoted) throw new Error('the standby was not promoted within a minute');
  });

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // of a server that is ended
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
