import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formatsOf from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import { ledgerTables } from '#exports/ledger/ledger-tables.ts';
import { exportsPage } from '#exports/package/exports-page.ts';
import { useDatabase } from '../support/database.ts';
import { brokenNames, dataPackageSchema } from './data-package-schema.ts';
import { exportTo, scratchFolder } from './export-to.ts';

const database = useDatabase('seeded');
let folder = '';
const read = (path: string) => readFile(join(folder, path), 'utf8');
const readCsv = async (table: string): Promise<Record<string, string>[]> =>
  parse(await read(`${table}.csv`), { columns: true });

beforeAll(async () => {
  ({ folder } = await exportTo(database, await scratchFolder(), { formats: ['csv', 'ndjson', 'parquet'] }));
});

describe('the data package', () => {
  test('keeps every rule of the Data Package standard', async () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    formatsOf.default(ajv);
    const described = JSON.parse(await read('datapackage.json'));
    const isRight = ajv.validate(dataPackageSchema, described);
    expect({ isRight, errors: ajv.errors }).toEqual({ isRight: true, errors: null });
    expect(brokenNames(described)).toEqual([]);
  });

  test('says revision, licences, sources and how many rows and bytes each file has', async () => {
    const described = JSON.parse(await read('datapackage.json'));
    expect(described).toMatchObject({ name: 'ledger', revision: 1 });
    expect(described.licenses.map(({ name }: { name: string }) => name)).toEqual(['CC-BY-4.0']);
    expect(described.sources).toHaveLength(1);
    expect(await read('README.md')).toContain('terms: CC-BY-4.0, https://creativecommons.org/licenses/by/4.0/');
    expect(described.resources).toHaveLength(3 * ledgerTables.length);
    const stances = described.resources.find(({ name }: { name: string }) => name === 'stances');
    expect(stances).toMatchObject({ rows: 1256, bytes: Buffer.byteLength(await read('stances.csv')) });
  });

  test('describes values that the files really have: every row keeps the schema of its table', async () => {
    for (const { name, columns, primaryKey, references } of ledgerTables) {
      const rows = await readCsv(name);
      const keys = new Set(rows.map((row) => primaryKey.map((column) => row[column]).join('\n')));
      expect(keys.size, `${name} has each key once`).toBe(rows.length);
      for (const column of columns) {
        const values = rows.map((row) => row[column.name] as string);
        const filled = values.filter((value) => value !== '');
        if (column.required) expect(filled.length, `${name}.${column.name} is always there`).toBe(rows.length);
        expect(
          filled.filter((value) => !fits(value, column)),
          `${name}.${column.name}`,
        ).toEqual([]);
      }
      for (const { columns: from, table, key } of references) {
        const there = new Set((await readCsv(table)).map((row) => key.map((column) => row[column]).join('\n')));
        const named = rows
          .map((row) => from.map((column) => row[column]).join('\n'))
          .filter((value) => value.trim() !== '');
        expect(
          named.filter((value) => !there.has(value)),
          `${name} names rows of ${table}`,
        ).toEqual([]);
      }
    }
  });
});

const forms = {
  string: /^.*$/s,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  array: /^\[.*\]$/s,
};

const fits = (value: string, column: (typeof ledgerTables)[number]['columns'][number]): boolean =>
  forms[column.type].test(value) &&
  (column.oneOf?.includes(value) ?? true) &&
  (column.pattern === undefined || new RegExp(`^(?:${column.pattern})$`).test(value)) &&
  (column.minimum === undefined || Number(value) >= column.minimum) &&
  (column.maximum === undefined || Number(value) <= column.maximum) &&
  (column.type !== 'array' || Array.isArray(JSON.parse(value)));

test('CSV and NDJSON say the same', async () => {
  for (const { name, columns } of ledgerTables) {
    const lines = (await read(`${name}.ndjson`))
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '') // a table without rows
      .map((line) => JSON.parse(line));
    const asCsv = lines.map((row) =>
      Object.fromEntries(
        columns.map((column) => {
          const value = row[column.name];
          const json = column.type === 'array' ? JSON.stringify(value) : value;
          return [column.name, value === null ? '' : String(json)];
        }),
      ),
    );
    const fromCsv = (await readCsv(name)).map((row) =>
      Object.fromEntries(
        columns.map(({ name: column, type }) => {
          const value = row[column] as string;
          return [
            column,
            type === 'array' ? JSON.stringify(JSON.parse(value)) : type === 'number' ? String(Number(value)) : value,
          ];
        }),
      ),
    );
    expect(asCsv, name).toEqual(fromCsv);
  }
});

test('a stance is in force until its own end or the next stance of its party, whichever is earlier', async () => {
  const rows = await readCsv('stances');
  const held = (key: string) => rows.find((row) => row.key === key);
  const ofChina = rows
    .filter((row) => row.party_key === 'CN' && row.proposition_key === 'aukus-arms-race')
    .map((row) => [row.held_from, row.in_force_until]);
  expect(ofChina).toEqual([
    ['2021-09-16', '2022-02-04'],
    ['2022-02-04', ''],
  ]);
  expect(held('cn--aukus-arms-race--2021-09-16')).toMatchObject({ position: 'SUPPORT', value: '1' });
});

test('SHA256SUMS names every other file, and sha256sum finds them whole', async () => {
  const { status, stdout } = spawnSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status, stdout).toBe(0);
  const named = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/: OK$/, ''));
  expect([...named, 'SHA256SUMS'].sort()).toEqual((await readdir(folder)).sort());
});

test('README explains every column of every table', async () => {
  const text = await read('README.md');
  for (const { name, columns } of ledgerTables) {
    const [, section = ''] = text.split(`## ${name}\n`);
    const own = section.split('\n## ')[0] ?? '';
    for (const column of columns) expect(own, name).toContain(`| \`${column.name}\` | ${column.type} |`);
  }
});

test('README and docs/exports.md say how NA, the key of Namibia, is kept by R and pandas, and UTF-8 by Excel', async () => {
  for (const text of [await read('README.md'), await readFile('docs/exports.md', 'utf8')]) {
    expect(text).toContain('read.csv("parties.csv", na.strings = "")');
    expect(text).toContain('pandas.read_csv("parties.csv", keep_default_na=False, na_values=[""])');
    expect(text).toContain('65001: Unicode (UTF-8)');
  }
});

test('docs/exports.md explains the columns as they are declared', async () => {
  expect(await readFile('docs/exports.md', 'utf8')).toBe(exportsPage(ledgerSource));
});
