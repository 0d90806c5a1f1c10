import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Ajv } from 'ajv';
import formatsOf from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { usualPage } from '#graphql/connection.ts';
import { usualLimits } from '#server/limits/limits.ts';
import { useServer } from '../api/running-server.ts';
import { storeQuery } from '../stored-queries/store-query.ts';
import { useDatabase } from '../support/database.ts';
import { brokenNames, dataPackageSchema } from './data-package-schema.ts';
import { exportTo, scratchFolder } from './export-to.ts';

// Loaded by Node itself, as GraphQL is.
const load = createRequire(import.meta.url);
const { createQueryEngine } = load(
  '#graphql/stored-query/query-engine.ts',
) as typeof import('#graphql/stored-query/query-engine.ts');
const { querySource } = load('#stored-queries/query-source.ts') as typeof import('#stored-queries/query-source.ts');
const { requireQuery } = load('#stored-queries/find-queries.ts') as typeof import('#stored-queries/find-queries.ts');

const database = useDatabase('seeded');
const server = useServer(database, { now: () => new Date() }); // as the export
const engine = createQueryEngine({
  sizes: () => null,
  pageSizes: usualPage,
  limits: { ...usualLimits, maxCost: 20_000 },
});
const sourceOf = async (name: string) => querySource(engine, await requireQuery(database.prisma, name));

let out = '';
let folder = '';
const read = (path: string) => readFile(join(folder, path), 'utf8');
beforeAll(async () => {
  out = await scratchFolder();
  const source = await sourceOf('positions-on-an-issue');
  ({ folder } = await exportTo(database, out, { source, name: 'positions', formats: ['csv', 'ndjson', 'parquet'] }));
});

test('the table of a stored query is a data package whose formats say the same', async () => {
  const described = JSON.parse(await read('datapackage.json'));
  const ajv = new Ajv({ allErrors: true, strict: false });
  formatsOf.default(ajv);
  expect({ isRight: ajv.validate(dataPackageSchema, described), errors: ajv.errors }).toEqual({
    isRight: true,
    errors: null,
  });
  expect(brokenNames(described)).toEqual([]);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const ask = async (sql: string) =>
    (await connection.runAndReadAll(sql.replaceAll('FILE', join(folder, 'positions_on_an_issue')))).getRowObjectsJson();
  const [types] = await ask(
    `SELECT typeof(held_from) AS day, typeof(value) AS number, typeof(documents) AS list, count(*)::int AS rows FROM 'FILE.parquet' GROUP BY ALL`,
  );
  expect(types).toEqual({ day: 'DATE', number: 'DOUBLE', list: 'VARCHAR', rows: described.resources[0].rows });
  const columns = `stance, party, "position", value, held_from::varchar AS held_from`;
  const ofParquet = await ask(`SELECT ${columns}, documents FROM 'FILE.parquet'`);
  const ofCsv: Record<string, string>[] = parse(await read('positions_on_an_issue.csv'), { columns: true });
  const ofLines = (await read('positions_on_an_issue.ndjson')).trimEnd().split('\n');
  expect(ofParquet).toEqual(
    ofCsv.map((row) => ({
      stance: row.stance,
      party: row.party,
      position: row.position,
      value: Number(row.value),
      held_from: row.held_from,
      documents: row.documents,
    })),
  );
  expect(ofLines.map((text) => JSON.parse(text).documents)).toEqual(
    ofCsv.map((row) => JSON.parse(row.documents ?? 'null')),
  );
});

test('it says what the address of the query says', async () => {
  const answer = await fetch(new URL('/q/positions-on-an-issue.csv', server.url()));
  const rows: unknown[] = parse(await answer.text(), { columns: true });
  expect(parse(await read('positions_on_an_issue.csv'), { columns: true })).toEqual(rows);
  expect(await read('positions_on_an_issue.csv')).not.toContain('\r');
});

test('it is written again when the query says something else, not when nothing has changed', async () => {
  const name = 'again';
  await storeQuery(database, { name, document: '{ issues { nodes { key } } }' });
  const first = await exportTo(database, out, { source: await sourceOf(name), name });
  const second = await exportTo(database, out, { source: await sourceOf(name), name });
  expect([first.status, second.status]).toEqual(['PUBLISHED', 'UNCHANGED']);
  await database.pool.query(
    `INSERT INTO stored_query (name, version, description, document, variables, created_by)
     SELECT name, 2, description, '{ issues(orderBy: NAME) { nodes { key } } }', variables, created_by FROM stored_query WHERE name = 'again'`,
  );
  const third = await exportTo(database, out, { source: await sourceOf(name), name });
  expect(third.index).toMatchObject({
    noDelta: 'its rows have no key',
    state: expect.stringMatching(/^version 2 of the query/),
  });
});

test('a past revision is exported in its words, one that never was is refused', async () => {
  const source = await sourceOf('positions-on-an-issue');
  const { index } = await exportTo(database, out, { source, name: 'past', asKnownAt: 1 });
  expect(index.revision.number).toBe(1);
  await expect(exportTo(database, out, { source, name: 'past', asKnownAt: 9 })).rejects.toThrow('no revision 9');
});

test('a query that must be told something cannot be exported, and one with an error publishes nothing', async () => {
  await storeQuery(database, { name: 'asks', document: 'query ($key: String!) { issue(key: $key) { key } }' });
  await expect(sourceOf('asks')).rejects.toThrow(/found no default for \$key/);
  await storeQuery(database, { name: 'fails', document: '{ comparison(parties: ["XX"]) { revision } }' });
  await expect(exportTo(database, out, { source: await sourceOf('fails'), name: 'fails' })).rejects.toThrow(
    /There is no party with the key or name "XX"/,
  );
});
