import { once } from 'node:events';
import { Session } from 'node:inspector/promises';
import type { AddressInfo } from 'node:net';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { seedOnce } from '#cli/seed-once.ts';
import { importFiles } from '#ingest/import-files.ts';
import { createKey } from '#ledger/keys/keys.ts';
import { openThrowAwayServer } from '#postgres/embedded/scratch-folder.ts';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { openDatabase } from '#postgres/open-database.ts';
import { createHttpServer } from '#server/http-server.ts';

// Counts the files of src of which some function runs while one warm request is answered, and in a second import of the seed files:
// npm run count-files, with --list to name them.

const lists = process.argv.includes('--list');
const source = fileURLToPath(new URL('../src/', import.meta.url));
const secret = 'x'.repeat(32);

const postgres = await openThrowAwayServer();
const database = await openDatabase(postgres.url);
await applyMigrations(database);
await seedOnce(database);
const key = await createKey(database.pool, { name: 'counter', scopes: ['stances:write'], expiresAt: null }, secret);
const logger = pino({ level: 'silent' });
const server = createHttpServer({ database, logger, keySecret: secret, startsThreads: false });
await once(server.http.listen(0, '127.0.0.1'), 'listening');
const { port } = server.http.address() as AddressInfo; // an address and port, as it listens on those

async function post(query: string, variables: object, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"') || text.includes('"problems"')) throw new Error(text.slice(0, 1_000));
}

const comparison = `query ($parties: [String!]!) {
  comparison(parties: $parties) {
    agreement { value sharedPropositions }
    rows(first: 20) { nodes { proposition { key text } verdict cells { party { key } position stance { heldFrom } } } }
  }
}`;
const recordStances = `mutation ($input: RecordStancesInput!) {
  recordStances(input: $input) { __typename ... on StancesRevised { revision { number } } ... on InvalidInput { problems { at found expected } } }
}`;
let day = 10;
const stance = () => ({
  input: {
    message: 'Count files',
    stances: [
      {
        party: 'CN',
        proposition: 'tw-inalienable',
        position: 'SUPPORT',
        heldFrom: `2026-02-${day++}`,
        basis: 'OWN_STATEMENT',
        confidence: 'HIGH',
        tier: 'CORE',
        citations: [{ document: 'fi-joint-2022-05-12', verification: 'VERIFIED' }],
      },
    ],
  },
});

const seeds = fileURLToPath(new URL('../seeds', import.meta.url));
const works: Readonly<Record<string, () => Promise<unknown>>> = {
  'comparison by POST': () => post(comparison, { parties: ['CN', 'RU'] }),
  recordStances: () => post(recordStances, stance(), { authorization: `Bearer ${key}` }),
  'import of the seed files, unchanged': () =>
    importFiles(database, [seeds], { author: 'counter', source: 'seeds', message: 'Count files' }, { complete: false }),
};

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
try {
  for (const [name, work] of Object.entries(works)) {
    for (let time = 0; time < 5; time++) await work();
    await session.post('Profiler.takePreciseCoverage'); // which begins to count anew
    await work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const files = result
      .filter(
        ({ url, functions }) =>
          url.includes('/src/') &&
          functions.some(({ functionName, ranges }) => functionName !== '' && ranges.some(({ count }) => count > 0)),
      )
      .map(({ url }) => relative(source, fileURLToPath(url)))
      .filter((path) => !path.startsWith('..') && !path.startsWith('postgres/generated/'));
    console.log(`${name}: ${new Set(files).size} files`);
    if (lists) console.log(files.toSorted().join('\n'));
  }
} finally {
  session.disconnect();
  server.http.closeAllConnections();
  server.http.close();
  await database.close();
  await postgres.close();
}
