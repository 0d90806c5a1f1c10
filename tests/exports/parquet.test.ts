import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetMetadata } from 'hyparquet';
import { beforeAll, describe, expect, test } from 'vitest';
import { parquetCompressions } from '#exports/format.ts';
import { ledgerTables } from '#exports/ledger/ledger-tables.ts';
import type { Batch, Column, ColumnType, Table } from '#exports/source/source.ts';
import { writeParquet } from '#exports/write/parquet/write-parquet.ts';
import { columnValues } from '#stored-queries/column-values.ts';
import { addCountry } from '../snapshot/commit.ts';
import { useDatabase } from '../support/database.ts';
import { exportTo, scratchFolder } from './export-to.ts';
import { parquetReaders, type Value } from './parquet-readers.ts';

const readers = Object.entries(parquetReaders);
const seeded = useDatabase('seeded');
const bare = useDatabase('migrated');
beforeAll(() => addCountry(bare, 'NA'));

/** A field of CSV as what it says. */
const readings: Readonly<Record<ColumnType, (text: string) => Value>> = {
  string: String,
  array: String,
  integer: Number,
  number: Number,
  boolean: (text) => text === 'true',
  date: String,
  datetime: (text) => String(BigInt(Date.parse(text)) * 1_000n),
};

async function rowsOfCsv(path: string, columns: readonly Column[]): Promise<readonly (readonly Value[])[]> {
  const rows: (string | null)[][] = parse(await readFile(path), {
    from: 2,
    cast: (text, { quoting }) => (text === '' && !quoting ? null : text),
  });
  return rows.map((row) =>
    row.map((text, place) => (text === null ? null : readings[columns[place]?.type ?? 'string'](text))),
  );
}

describe.each(parquetCompressions)('packed with %s, every table of the ledger', (parquetCompression) => {
  const folders = { seeded: '', bare: '' };
  beforeAll(async () => {
    const options = { formats: ['csv', 'parquet'], parquetCompression } as const;
    ({ folder: folders.seeded } = await exportTo(seeded, await scratchFolder(), options));
    ({ folder: folders.bare } = await exportTo(bare, await scratchFolder(), options));
  });

  const tables = ledgerTables.flatMap((table) =>
    (['seeded', 'bare'] as const).map((ledger) => [table.name, ledger, table] as const),
  );
  test.each(tables)('is read by everybody as CSV has it: %s of a ledger that is %s', async (name, ledger, table) => {
    const expected = await rowsOfCsv(join(folders[ledger], `${name}.csv`), table.columns);
    if (ledger === 'bare') expect(expected.length).toBe(['revisions', 'parties'].includes(name) ? 1 : 0);
    for (const [reader, read] of readers) {
      expect(await read(join(folders[ledger], `${name}.parquet`), table.columns), reader).toEqual(expected);
    }
  });

  test('says so in its README and its index', async () => {
    expect(JSON.parse(await readFile(join(folders.seeded, 'index.json'), 'utf8'))).toMatchObject({
      parquetCompression,
    });
    const readme = await readFile(join(folders.seeded, 'README.md'), 'utf8');
    expect(readme).toContain(
      `Parquet files are compressed with ${{ zstd: 'Zstandard', snappy: 'Snappy' }[parquetCompression]}.`,
    );
  });

  test('is packed so', async () => {
    const bytes = await readFile(join(folders.seeded, 'parties.parquet'));
    const { row_groups } = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    const codecs = row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec));
    expect(new Set(codecs)).toEqual(new Set([parquetCompression.toUpperCase()]));
  });
});

test('another packing is another version, where there are Parquet files', async () => {
  const out = await scratchFolder();
  const run = (formats: readonly ('csv' | 'parquet')[], parquetCompression: 'zstd' | 'snappy') =>
    exportTo(bare, out, { formats, parquetCompression });
  expect((await run(['parquet'], 'zstd')).status).toBe('PUBLISHED');
  expect((await run(['parquet'], 'snappy')).status).toBe('PUBLISHED');
  expect((await run(['csv'], 'snappy')).status).toBe('PUBLISHED');
  expect((await run(['csv'], 'zstd')).status).toBe('UNCHANGED');
});

describe('whatever a table holds, everybody reads it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom('', 'NA', 'Türkiye', '\u0000', '"', '=1', 'x'.repeat(70_000)),
  );
  const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  const cells: Readonly<Record<ColumnType, fc.Arbitrary<string | number | boolean | readonly unknown[]>>> = {
    string: text,
    array: fc.array(text, { maxLength: 3 }),
    integer: fc.integer(),
    number: fc.double({ noNaN: true }),
    boolean: fc.boolean(),
    date: days.map((one) => one.toISOString().slice(0, 10)),
    datetime: days.map((one) => one.toISOString()),
  };
  const types = Object.keys(cells) as ColumnType[];
  const shapes = fc.record({
    types: fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 5 }),
    // A column may be required, mostly empty, or hold one value only.
    kinds: fc.array(fc.constantFrom('REQUIRED', 'MAYBE', 'EMPTY', 'SAME'), { minLength: 5, maxLength: 5 }),
    batches: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 3 }),
  });
  const worlds = shapes.chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      columns: fc.tuple(
        ...shape.types.map((type, place) => {
          const length = shape.batches.reduce((sum, one) => sum + one, 0);
          const exactly = { minLength: length, maxLength: length };
          const kind = shape.kinds[place];
          if (kind === 'SAME') return cells[type].map((cell) => Array.from({ length }, () => cell));
          if (kind === 'EMPTY') return fc.constant(Array.from({ length }, () => null));
          return fc.array(kind === 'REQUIRED' ? cells[type] : fc.option(cells[type]), exactly);
        }),
      ),
    }),
  );

  test.each(parquetCompressions)('packed with %s', async (compression) => {
    const folder = await scratchFolder();
    await fc.assert(
      fc.asyncProperty(worlds, async ({ shape, columns: values }) => {
        const columns = shape.types.map((type, place) => {
          const required = shape.kinds[place] === 'REQUIRED' || shape.kinds[place] === 'SAME';
          return { name: `c${place}`, type, required, description: '' };
        });
        const table: Table = { name: 't', title: '', description: '', columns, primaryKey: [], references: [] };
        async function* batches(): AsyncGenerator<Batch> {
          let from = 0;
          for (const length of shape.batches) {
            const of = (place: number) => (values[place] ?? []).slice(from, from + length);
            yield { length, columns: shape.types.map((type, place) => columnValues(type, of(place))) };
            from += length;
          }
        }
        const path = join(folder, 't.parquet');
        await writeParquet(table, batches(), path, compression);
        const rows = Array.from({ length: shape.batches.reduce((sum, one) => sum + one, 0) }, (_, row) =>
          shape.types.map((type, place) => asRead(type, values[place]?.[row] ?? null)),
        );
        for (const [reader, read] of readers) expect(await read(path, columns), reader).toEqual(rows);
        await rm(path);
      }),
      { numRuns: 60 },
    );
  });

  function asRead(type: ColumnType, cell: string | number | boolean | readonly unknown[] | null): Value {
    if (cell === null) return null;
    if (type === 'array') return JSON.stringify(cell);
    return type === 'datetime' ? String(BigInt(Date.parse(String(cell))) * 1_000n) : (cell as Value);
  }
});
