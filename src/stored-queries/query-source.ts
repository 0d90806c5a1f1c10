import { Readable } from 'node:stream';
import type { Batch, ColumnType, OpenSource, Source, Table } from '#exports/source/source.ts';
import { columnValues } from './column-values.ts';
import { type CsvStyle, csvHeader, csvLines, jsonOf } from './csv-text.ts';
import { type PreparedQuery, prepareQuery } from './prepared-query.ts';
import type { QueryEngine, QuerySession } from './query-engine.ts';
import { readTable } from './read-table.ts';
import { type Spool, spoolRows } from './spool.ts';
import type { StoredQuery } from './stored-query.ts';
import { StoredQueryError } from './stored-query-error.ts';
import type { Cell, Row } from './table-rows.ts';

/** For programs, which know the columns: a text stays as it is, as in the tables of the ledger. */
export const csvForPrograms: CsvStyle = { lineEnd: '\n', escapeFormulas: false };
const rowsAtOnce = 500;

/**
 * The table of a stored query, with the default values of its variables, as something that can be exported.
 * @throws StoredQueryError `INVALID_STORED_QUERY` when it does not fit the schema, or has variables without default
 */
export function querySource(engine: QueryEngine, query: StoredQuery): Source {
  const prepared = prepareQuery(engine.schema, query);
  const lacking = prepared.variables.filter(({ required }) => required).map(({ name }) => `$${name}`);
  if (lacking.length > 0) {
    const message = `${query.name} cannot be exported: found no default for ${lacking.join(', ')}, expected one for every required variable.`;
    throw new StoredQueryError('INVALID_STORED_QUERY', message);
  }
  return {
    name: query.name,
    title: `Concord: ${query.name}`,
    description: query.description,
    tables: [tableOf(prepared)],
    open: async (databaseUrl, asKnownAt) => openQuery(prepared, engine, await engine.open(databaseUrl, asKnownAt)),
  };
}

const tableOf = ({ query, form }: PreparedQuery): Table => ({
  name: query.name.replaceAll('-', '_'),
  title: query.name,
  description: query.description,
  columns: form.columns.map(({ path: _, level: __, ...column }) => column),
  primaryKey: [],
  references: [],
});

async function openQuery(prepared: PreparedQuery, engine: QueryEngine, session: QuerySession): Promise<OpenSource> {
  const { query, form } = prepared;
  let spool: Promise<Spool> | null = null;
  // Asked once, when the first reader comes; whatever reads later reads the same.
  const rows = () => {
    spool ??= spoolRows(pagesOf(prepared, session, engine.largestPage));
    return spool;
  };
  const types = form.columns.map(({ type }) => type);
  const text = (lines: (some: readonly Row[]) => string, head = '') =>
    Readable.from(textOf(rows, lines, head), { objectMode: false });
  return {
    ledger: session.ledger,
    revision: session.revision,
    origins: session.origins,
    state: `version ${query.version} of the query, on ${session.day}`,
    count: async () => (await rows()).length,
    csv: async () =>
      text((some) => csvLines(form.columns, some, csvForPrograms), csvHeader(form.columns, csvForPrograms)),
    ndjson: async () => text((some) => some.map((row) => jsonLine(form.columns, row)).join('')),
    batches: (_table, size) => batchesOf(rows, types, size),
    danglingReferences: async () => [],
    changes: async () => Readable.from([]),
    had: async () => false,
    close: async () => {
      await session.close();
      await (await spool?.catch(() => null))?.close();
    },
  };
}

async function* pagesOf(prepared: PreparedQuery, { ask }: QuerySession, largestPage: number) {
  for await (const { rows } of readTable(prepared, prepared.query.variables, ask, largestPage)) yield rows;
}

/** A row as an object in one line. */
export const jsonLine = (columns: PreparedQuery['form']['columns'], row: Row) =>
  `{${columns.map(({ name }, index) => `${JSON.stringify(name)}:${jsonCell(row[index] ?? null)}`).join(',')}}\n`;

const jsonCell = (cell: Cell) => (typeof cell === 'object' && cell !== null ? jsonOf(cell) : JSON.stringify(cell));

async function* textOf(rows: () => Promise<Spool>, lines: (some: readonly Row[]) => string, head: string) {
  if (head !== '') yield Buffer.from(head);
  for await (const some of inParts((await rows()).rows(), rowsAtOnce)) yield Buffer.from(lines(some));
}

async function* batchesOf(
  rows: () => Promise<Spool>,
  types: readonly ColumnType[],
  size: number,
): AsyncGenerator<Batch> {
  for await (const some of inParts((await rows()).rows(), size)) {
    const columns = types.map((type, index) =>
      columnValues(
        type,
        some.map((row) => row[index] ?? null),
      ),
    );
    yield { length: some.length, columns };
  }
}

async function* inParts<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let part: T[] = [];
  for await (const one of all) {
    part.push(one);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
