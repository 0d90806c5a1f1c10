import { Client } from 'pg';

const prefix = 'concord_test_';

/** The address of a test database on the server. */
export function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${prefix}${name}`;
  return url.href;
}

/** Creates a test database, empty or as a copy of another one that nobody is connected to. */
export async function createDatabase(serverUrl: string, name: string, template?: string): Promise<void> {
  const from = template === undefined ? 'template0' : `${prefix}${template}`;
  await withServer(serverUrl, (client) => client.query(`CREATE DATABASE "${prefix}${name}" TEMPLATE "${from}"`));
}

/** Drops a test database, even if a test left connections open. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await withServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${prefix}${name}" WITH (FORCE)`));
}

/** Drops every test database, those of a run that was killed included. */
export async function dropDatabases(serverUrl: string): Promise<void> {
  await withServer(serverUrl, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
    for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  });
}

async function withServer<T>(serverUrl: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
