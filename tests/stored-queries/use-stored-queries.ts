import { parse } from 'csv-parse/sync';
import { beforeAll, expect } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';
import { storeQuery } from './store-query.ts';

/** Servers on a seeded ledger with one more stored query, and the ways in which tests ask them. */
export function useStoredQueries() {
  const database = useDatabase('seeded');
  const server = useServer(database);
  const trusting = useServer(database, { trustedDocuments: true });
  // Page sizes are those of the process.
  const poor = useServer(database, { limits: { maxCost: 2_000, pageSize: 40 } });
  const sparing = useServer(database, { limits: { pageSize: 40 } });

  const at = (path: string, of = server) => new URL(path, of.url()).href;
  const get = (path: string, init: RequestInit = {}, of = server) => fetch(at(path, of), init);

  async function json(path: string, of = server) {
    const response = await get(path, {}, of);
    return { status: response.status, ...(await response.json()) };
  }

  async function table(path: string, of = server) {
    const response = await get(path, {}, of);
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
    ]);
    const rows: Record<string, string>[] = parse(text, { columns: true });
    expect(response.headers.get('concord-rows')).toBe(String(rows.length));
    return { text, rows, complete: response.headers.get('concord-complete'), headers: response.headers };
  }

  beforeAll(async () => {
    await storeQuery(database, {
      name: 'formulas',
      document: `{ documents(first: 3, orderBy: DATE_ASC) { nodes { key title } } }`,
      columns: [{ name: 'title', path: 'documents.nodes.title' }],
    });
  });
  return { database, server, trusting, poor, sparing, at, get, json, table };
}
