import { beforeAll, expect, test } from 'vitest';
import { createKey } from '#ledger/keys/keys.ts';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';
import { keySecret } from './writer.ts';

const database = useDatabase('migrated');
const server = useServer(database, {
  keySecret,
  destinations: [
    { name: 'local', kind: 'folder', path: '/srv/exports' },
    { name: 'archive', kind: 'folder', path: '/srv/archive' },
  ],
});

let authorization = '';
beforeAll(async () => {
  authorization = `Bearer ${await createKey(database.pool, { name: 'manager', scopes: ['exports:manage'], expiresAt: null }, keySecret)}`;
});

const changed =
  '... on ExportChanged { export { name what formats compression parquetCompression schedule zone destination keep nextRunAt } }';
const requested = '... on ExportRequested { run { cause status } }';

async function manage(mutation: string, input: Record<string, unknown>) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const shown = mutation === 'runExport' ? requested : changed;
  const { data, errors } = await server.ask<{ result: Record<string, unknown> }>(
    `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename
      ... on Managed { changed } ${shown}
      ... on Error { code message } ... on InvalidInput { problems { at found expected } } } }`,
    { input },
    { authorization },
  );
  expect(errors).toBeUndefined();
  return data?.result;
}

const daily = {
  name: 'daily',
  formats: ['CSV', 'PARQUET'],
  destination: 'local',
  schedule: '0 6 * * *',
  zone: 'Europe/Oslo',
};

test('an export is defined, changed, asked for and forgotten', async () => {
  expect(await manage('createExport', { ...daily, compression: 'ZSTD', keep: 7 })).toMatchObject({
    changed: true,
    export: { ...daily, what: 'ledger', compression: 'ZSTD', keep: 7, nextRunAt: expect.stringMatching(/T0[45]:00/) },
  });
  const changes = { name: 'daily', what: 'comparison', schedule: null, compression: null, destination: 'archive' };
  const { name: _, ...said } = changes;
  expect(await manage('amendExport', changes)).toMatchObject({
    changed: true,
    export: { ...said, formats: ['CSV', 'PARQUET'], zone: 'Europe/Oslo', keep: 7, nextRunAt: null },
  });
  expect(await manage('amendExport', changes)).toMatchObject({ changed: false });

  const once = { name: 'daily', idempotencyKey: 'once' };
  expect(await manage('runExport', once)).toEqual(await manage('runExport', once));
  const runs = await database.prisma.exportRun.findMany();
  expect(runs.map(({ cause, status, requestedBy }) => [cause, status, requestedBy])).toEqual([
    ['REQUEST', 'QUEUED', 'manager'],
  ]);
  expect(await manage('removeExport', { name: 'daily' })).toEqual({
    __typename: 'ExportChanged',
    changed: true,
    export: null,
  });
  expect(await database.prisma.exportDefinition.count()).toBe(0);
});

test('Parquet files are packed with Zstandard, or as it is said', async () => {
  const packed = (parquetCompression: string) =>
    expect.objectContaining({ export: expect.objectContaining({ parquetCompression }) });
  expect(await manage('createExport', { ...daily, name: 'usual' })).toEqual(packed('ZSTD'));
  expect(await manage('amendExport', { name: 'usual', parquetCompression: 'SNAPPY' })).toEqual(packed('SNAPPY'));
  expect(await manage('amendExport', { name: 'usual', keep: 3 })).toEqual(packed('SNAPPY'));
  expect(await manage('createExport', { ...daily, name: 'other', parquetCompression: 'SNAPPY' })).toEqual(
    packed('SNAPPY'),
  );
  for (const name of ['usual', 'other']) await manage('removeExport', { name });
});

test.each([
  ['a destination that the server has not', { destination: '/etc' }, 'input.destination', 'one of local, archive'],
  ['something that cannot be exported', { what: 'comparision' }, 'input.what', /one of ledger, .*comparison/],
  ['a schedule that is none', { schedule: 'daily' }, 'input.schedule', /cron expression with five fields/],
  ['a schedule without a day', { schedule: '0 0 31 2 *' }, 'input.schedule', /a day that comes/],
  ['a zone that is none', { zone: 'Oslo' }, 'input.zone', /IANA time zone/],
  ['no formats', { formats: [] }, 'input.formats', /at least one/],
  ['a name that is no slug', { name: '../etc' }, 'input.name', /lower-case/],
  ['nothing to keep', { keep: 0 }, 'input.keep', /from 1/],
])('%s is refused with its place', async (_what, input, at, expected) => {
  const answer = await manage('createExport', { ...daily, name: 'refused', ...input });
  expect(answer?.problems).toEqual([{ at, found: expect.any(String), expected: expect.stringMatching(expected) }]);
  expect(await database.prisma.exportDefinition.count({ where: { name: 'refused' } })).toBe(0);
});

test('a name that is taken or unknown is told', async () => {
  await manage('createExport', { ...daily, name: 'twice' });
  expect(await manage('createExport', { ...daily, name: 'twice' })).toMatchObject({
    problems: [{ at: 'input.name', expected: 'another name' }],
  });
  for (const mutation of ['amendExport', 'removeExport', 'runExport']) {
    expect(await manage(mutation, { name: 'nobody' })).toMatchObject({
      problems: [{ at: 'input.name', found: 'There is no export "nobody"' }],
    });
  }
});

test('why a run failed is told to those who manage exports alone', async () => {
  await manage('createExport', { ...daily, name: 'failing' });
  const definition = await database.prisma.exportDefinition.findUniqueOrThrow({ where: { name: 'failing' } });
  const error = 'The export destination s3://secret-bucket cannot be used.';
  await database.prisma.exportRun.create({
    data: { definitionId: definition.id, jobId: crypto.randomUUID(), cause: 'SCHEDULE', status: 'FAILED', error },
  });
  const query = '{ exports { nodes { name runs { nodes { status error } } } } }';
  const narrow = await createKey(
    database.pool,
    { name: 'narrow', scopes: ['stances:write'], expiresAt: null },
    keySecret,
  );
  const everybody = await server.ask(query);
  expect(JSON.stringify(everybody)).toContain('"status":"FAILED","error":null');
  expect(await server.ask(query, {}, { authorization: `Bearer ${narrow}` })).toEqual(everybody);
  expect(JSON.stringify(await server.ask(query, {}, { authorization }))).toContain(error);
});
