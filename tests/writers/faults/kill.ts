import { Client } from 'pg';
import { clusterIn } from '#postgres/embedded/cluster.ts';
import { findPostmaster } from '#postgres/embedded/postmaster.ts';
import type { Importer } from './importer.ts';
import type { Random } from './random.ts';
import type { KeptServer } from './servers.ts';

/** What can be killed. */
export interface Victims {
  readonly servers: readonly KeptServer[];
  readonly importer: Importer;
  readonly url: string;
  readonly dataDirectory: string;
}

const postmaster = async ({ dataDirectory }: Victims): Promise<boolean> => {
  const found = await findPostmaster(clusterIn(dataDirectory));
  return found !== null && process.kill(found.pid, 'SIGKILL');
};

/** One that is at work, if any is. PostgreSQL then ends all others and recovers. */
async function backend({ url }: Victims, random: Random): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number; busy: boolean }>(
      `SELECT pid, state <> 'idle' AS busy FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND datname = 'concord' AND pid <> pg_backend_pid()`,
    );
    const busy = rows.filter((row) => row.busy);
    return rows.length > 0 && process.kill(random.one(busy.length > 0 ? busy : rows).pid, 'SIGKILL');
  } catch {
    return false; // it is away
  } finally {
    await client.end().catch(() => {});
  }
}

/** Each kills with -9, and says whether there was something to be killed. */
export const kills = {
  server: async ({ servers }, random) => random.one(servers).kill(),
  'all servers': async ({ servers }) => servers.map((server) => server.kill()).includes(true),
  importer: async ({ importer }) => importer.kill(),
  backend,
  postmaster,
  everything: async (victims) => {
    const killed = await postmaster(victims);
    victims.importer.kill();
    for (const server of victims.servers) server.kill();
    return killed;
  },
} as const satisfies Readonly<Record<string, (victims: Victims, random: Random) => Promise<boolean>>>;

export type Kill = keyof typeof kills;

/** One of them; those from which the servers take longer to come back are seldom. */
export const anyKill = ({ one }: Random): Kill =>
  one([
    'server',
    'server',
    'importer',
    'importer',
    'backend',
    'backend',
    'backend',
    'postmaster',
    'postmaster',
    'postmaster',
    one(['all servers', 'everything']),
  ]);
