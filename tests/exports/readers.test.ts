import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import rdf from '@rdfjs/dataset';
import CsvwParser from '@zazuko/rdf-parser-csvw';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { ledgerTables } from '#exports/ledger/ledger-tables.ts';
import { recordDifference } from '../ledger/record-difference.ts';
import { useDatabase } from '../support/database.ts';
import { exportTo, scratchFolder } from './export-to.ts';

const database = useDatabase('seeded');
let folder = '';
beforeAll(async () => {
  await recordDifference(database);
  ({ folder } = await exportTo(database, await scratchFolder(), { formats: ['csv', 'parquet'] }));
});

describe('DuckDB, reading the Parquet files,', () => {
  const ask = async (sql: string) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    return (await connection.runAndReadAll(sql.replaceAll('DIR', folder))).getRowObjectsJson();
  };

  test.each(ledgerTables.map((table) => [table.name, table] as const))(
    'finds %s as CSV has it',
    async (name, { columns }) => {
      const typesOf = {
        string: 'VARCHAR',
        array: 'VARCHAR',
        integer: 'INTEGER',
        number: 'DOUBLE',
        boolean: 'BOOLEAN',
        date: 'DATE',
        datetime: 'TIMESTAMP WITH TIME ZONE',
      } as const;
      const described = await ask(`DESCRIBE SELECT * FROM 'DIR/${name}.parquet'`);
      expect(described.map((row) => [row.column_name, row.column_type])).toEqual(
        columns.map((column) => [column.name, typesOf[column.type]]),
      );
      const declared = columns.map((column) => `'${column.name}': '${typesOf[column.type]}'`).join(', ');
      const csv = `read_csv('DIR/${name}.csv', columns = {${declared}}, allow_quoted_nulls = false, header = true)`;
      const parquet = `(SELECT ${columns.map(({ name: one, type }) => `"${one}"::${typesOf[type]} AS "${one}"`)} FROM 'DIR/${name}.parquet')`;
      const [difference] = await ask(
        `SELECT (SELECT count(*) FROM (FROM ${csv} EXCEPT ALL FROM ${parquet})) AS lost,
        (SELECT count(*) FROM (FROM ${parquet} EXCEPT ALL FROM ${csv})) AS made_up`,
      );
      expect(difference).toEqual({ lost: '0', made_up: '0' });
    },
  );

  test('finds the counts and sums that SQL finds in the ledger', async () => {
    const { rows } = await database.pool.query(`
      SELECT count(*)::text AS stances, sum(CASE position WHEN 'SUPPORT' THEN 1 WHEN 'LEAN_SUPPORT' THEN 0.5 WHEN 'LEAN_OPPOSE' THEN -0.5
        WHEN 'OPPOSE' THEN -1 ELSE 0 END)::float8 AS sum, min(held_from)::text AS first, max(held_from)::text AS last,
        sum(held_from - date '1970-01-01')::text AS days FROM stance WHERE retired_in IS NULL`);
    const found = await ask(`
      SELECT count(*)::varchar AS stances, sum(value) AS sum, min(held_from)::varchar AS first, max(held_from)::varchar AS last,
        sum(held_from - date '1970-01-01')::varchar AS days FROM 'DIR/stances.parquet'`);
    expect(found).toEqual(rows);
  });
});

describe('a reader of CSV on the Web', () => {
  // What our metadata uses of the W3C's context, which lies on another host.
  const context = {
    '@vocab': 'http://www.w3.org/ns/csvw#',
    columns: { '@id': 'http://www.w3.org/ns/csvw#column', '@container': '@list' },
    titles: 'http://www.w3.org/ns/csvw#title',
    dc: 'http://purl.org/dc/terms/',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
  };
  const xsd = {
    string: 'string',
    integer: 'int',
    number: 'double',
    boolean: 'boolean',
    date: 'date',
    datetime: 'dateTime',
  } as const;

  async function metadataOf(name: string) {
    const metadata = JSON.parse(await readFile(join(folder, `${name}.csv-metadata.json`), 'utf8'));
    const parser = new JsonLdParser({ context, baseIRI: 'http://example.org/' });
    parser.end(JSON.stringify({ ...metadata, '@context': undefined }));
    const dataset = rdf.dataset();
    for await (const quad of parser) dataset.add(quad);
    return dataset;
  }

  test.each(ledgerTables.map((table) => [table.name, table] as const))(
    'finds the rows and types of %s',
    async (name, table) => {
      const parser = new CsvwParser({ metadata: await metadataOf(name), baseIRI: 'http://example.org/' });
      const rows = new Set<string>();
      const typesOf = new Map<string, Set<string>>();
      const quads = parser.import(createReadStream(join(folder, `${name}.csv`)) as never); // its type wants another library's streams
      for await (const { predicate, object } of quads as AsyncIterable<Quad>) {
        if (predicate.value === 'http://www.w3.org/ns/csvw#describes') rows.add(object.value);
        if (object.datatype === undefined) continue;
        const column = decodeURIComponent(predicate.value.split('#')[1] ?? '');
        typesOf.set(column, (typesOf.get(column) ?? new Set()).add(object.datatype.value));
      }
      const { rows: counted } = await database.pool.query(
        `SELECT count(*)::int AS count FROM ${table.from({ at: 2 })}`,
      );
      expect(rows.size).toBe(counted[0].count);
      for (const [column, types] of typesOf) {
        const declared = table.columns.find((one) => one.name === column);
        if (declared === undefined) continue; // what the reader itself says of rows
        const { type } = declared;
        const expected =
          type === 'array' ? 'http://www.w3.org/ns/csvw#JSON' : `http://www.w3.org/2001/XMLSchema#${xsd[type]}`;
        expect([...types], column).toEqual([expected]);
      }
      expect(table.columns.filter((column) => column.required && !typesOf.has(column.name))).toEqual([]);
    },
  );
});

interface Quad {
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string; readonly datatype?: { readonly value: string } };
}
