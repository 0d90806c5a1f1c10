import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import { useDatabase } from '../support/database.ts';
import { type Answer, useServer } from './running-server.ts';

/** Nothing of what went wrong inside may be in an answer. */
function expectMasked(answer: Answer, inside: RegExp) {
  const text = JSON.stringify(answer);
  expect(text).not.toMatch(inside);
  expect(text).not.toMatch(/prisma|postgres|node_modules|\/src\/|stack|\bat \w+ \(/i);
  expect(answer.errors?.length).toBe(1);
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
}

describe('when a table is missing', () => {
  const database = useDatabase('seeded');
  const server = useServer(database);
  beforeAll(async () => {
    await server.dataOf('{ documents { totalCount } }'); // the ledger has been read
    await database.pool.query('ALTER TABLE document RENAME TO gone');
  });

  test('the client learns where, not what', async () => {
    const answer = await server.ask('{ document(key: "seed-gt-2022-02-04") { title } }');
    expectMasked(answer, /relation|table|gone/);
    expect(answer.errors?.[0]?.path).toEqual(['document']);
    expect(answer.data).toEqual({ document: null });
  });

  test('what does not need the table is still answered', async () => {
    const answer = await server.ask('{ party(key: "CN") { name } document(key: "x") { title } }');
    expect(answer.data).toEqual({ party: { name: 'China' }, document: null });
  });

  test('we learn everything from the log', async () => {
    const before = server.logged.length;
    await server.ask('{ document(key: "seed-gt-2022-02-04") { title } }');
    const entries = server.logged.slice(before);
    expect(entries.length).toBe(1);
    expect(entries[0]).toMatchObject({
      level: 50,
      err: { message: expect.stringContaining('document'), stack: expect.any(String) },
    });
  });

  test('what a client did wrong is not logged as ours', async () => {
    const before = server.logged.length;
    await server.errorOf('{ comparison(parties: ["Atlantis"]) { revision } }');
    await server.errorOf('{ foo }');
    await server.errorOf('{ parties(first: 1000) { totalCount } }');
    expect(server.logged.slice(before)).toEqual([]);
  });
});

describe('when the database is closed', () => {
  const owner = useDatabase('seeded');
  const database = {} as { -readonly [Key in keyof Database]: Database[Key] };
  beforeAll(async () => {
    Object.assign(database, await openDatabase(owner.url)); // of its own, as the owner closes its own at the end
  });
  const server = useServer(database);

  test('the client is told that it is our fault, and the log says whose', async () => {
    await server.dataOf('{ documents { totalCount } }');
    await database.close();
    expectMasked(await server.ask('{ documents { totalCount } }'), /pool|connection|client/i);
    expect(server.logged.at(-1)).toMatchObject({
      level: 50,
      err: { message: expect.stringMatching(/pool/i), stack: expect.any(String) },
    });
  });
});
