import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import { type Answer, useServer } from '../api/running-server.ts';
import { type Cable, layCable } from '../snapshot/cable.ts';
import { useDatabase } from '../support/database.ts';

const direct = useDatabase('seeded');
let cable: Cable;
let through: Database;
beforeAll(async () => {
  cable = await layCable(direct.url);
  through = await openDatabase(cable.url);
});
// Its hooks come after: the database is there once the cable is laid.
const server = useServer(new Proxy({} as Database, { get: (_, name: keyof Database) => through[name] }));
afterAll(async () => {
  await through.close();
  await cable.cut();
});

const numbers = '{ comparison(parties: ["CN", "RU"]) { agreement { value } rows { totalCount } } }';
const sources =
  '{ comparison(parties: ["CN", "RU"]) { rows(first: 3) { nodes { cells { stance { citations { locator } } } } } } }';
const codesOf = ({ errors = [] }: Answer) => [...new Set(errors.map(({ extensions }) => extensions?.code))];
const isReady = async (query = '') => (await fetch(new URL(`/ready${query}`, server.url()))).status === 200;

test('while the database is away, numbers are answered as before and the rest fails with a code; when it is back, so is everything', async () => {
  const before = { numbers: await server.ask(numbers), sources: await server.ask(sources) };
  await cable.cut();

  const asked = Array.from({ length: 40 }, (_, index) => server.ask(index % 2 === 0 ? numbers : sources));
  const answers = await Promise.all(asked);
  for (const [index, answer] of answers.entries()) {
    if (index % 2 === 0) expect(answer).toEqual(before.numbers);
    else expect(codesOf(answer)).toEqual(['DATABASE_UNAVAILABLE']);
  }
  expect(await isReady()).toBe(false);
  expect(await isReady('?for=reads')).toBe(true);
  expect(await isReady('?for=writes')).toBe(false);

  await cable.mend();
  await vi.waitFor(async () => expect(await isReady()).toBe(true), { timeout: 5_000 });
  expect(await server.ask(sources)).toEqual(before.sources);
});
