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
  const server = await connectedTo(serverUrl);
  await server.query(`CREATE DATABASE "${prefix}${name}" TEMPLATE "${from}"`);
}

/**
 * Creates a test database unless it is there: a copy of another one, with what `fill` writes in it. It is there for everybody when this resolves, and
 * nobody is connected to it.
 */
export async function createOnce(
  serverUrl: string,
  name: string,
  template: string,
  fill: (url: string) => Promise<void>,
): Promise<void> {
  const server = await connectedTo(serverUrl);
  // One process makes it; the others wait.
  await server.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
  try {
    const { rowCount } = await server.query('SELECT FROM pg_database WHERE datname = $1', [`${prefix}${name}`]);
    if (rowCount !== 0) return;
    const unfinished = `${name}_unfinished`;
    await dropDatabase(serverUrl, unfinished);
    await createDatabase(serverUrl, unfinished, template);
    await fill(urlOf(serverUrl, unfinished));
    await server.query(`ALTER DATABASE "${prefix}${unfinished}" RENAME TO "${prefix}${name}"`);
  } finally {
    await server.query('SELECT pg_advisory_unlock(hashtext($1))', [name]);
  }
}

/** Lets nobody who connects from now on write in a test database. */
export async function makeReadOnly(serverUrl: string, name: string): Promise<void> {
  const server = await connectedTo(serverUrl);
  await server.query(`ALTER DATABASE "${prefix}${name}" SET default_transaction_read_only = on`);
}

/** Drops a test database, even if a test left connections open. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const server = await connectedTo(serverUrl);
  await server.query(`DROP DATABASE IF EXISTS "${prefix}${name}" WITH (FORCE)`);
}

/** Drops every test database, those of a run that was killed included. */
export async function dropDatabases(serverUrl: string): Promise<void> {
  const server = await connectedTo(serverUrl);
  const { rows } = await server.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
  for (const { datname } of rows) await server.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
}

const connected = new Map<string, Promise<Client>>();

/** One connection for all databases that this process creates and drops: the server starts a process for each. */
function connectedTo(serverUrl: string): Promise<Client> {
  let client = connected.get(serverUrl);
  if (client === undefined) {
    client = connect(serverUrl);
    connected.set(serverUrl, client);
  }
  return client;
}

async function connect(serverUrl: string): Promise<Client> {
  const client = new Client({ connectionString: serverUrl });
  // When the server stops, or breaks.
  client.on('error', () => connected.delete(serverUrl));
  await client.connect();
  return client;
}

/** Closes the connection of this process by which databases are created and dropped. */
export async function disconnect(serverUrl: string): Promise<void> {
  const client = connected.get(serverUrl);
  connected.delete(serverUrl);
  await (await client)?.end();
}
