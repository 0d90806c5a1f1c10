import { Client } from 'pg';
import { openEmbeddedServer } from '../../../src/postgres/embedded/open-embedded-server.ts';
import { makeScratchFolder } from '../../../src/postgres/embedded/scratch-folder.ts';

/** Runs `use` with the address of an embedded server that is set as users have it, on a folder that goes with this process. */
export async function withPostgres<T>(use: (url: string) => Promise<T>): Promise<T> {
  const folder = makeScratchFolder();
  const server = await openEmbeddedServer({ dataDirectory: folder.path });
  try {
    return await use(server.url);
  } finally {
    await server.close();
    folder.remove();
  }
}

/** Runs `use` with a connection. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Address of another database on the same server. */
export function databaseOn(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs `use` with a new database, made from another one of the same server, and drops it. */
export async function withDatabaseFrom<T>(
  template: string,
  name: string,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const admin = databaseOn(template, 'postgres');
  const from = new URL(template).pathname.slice(1);
  await withClient(admin, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`));
  try {
    return await use(databaseOn(template, name));
  } finally {
    await withClient(admin, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}
