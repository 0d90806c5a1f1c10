import { Prisma, type PrismaClient } from '#postgres/generated/client.ts';
import { type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import { groupsInOrder } from './in-order.ts';

/** What a revision did to the records of one table. */
export interface RecordCount {
  readonly table: TableName;
  /** Of the catalogue, those that came back too. */
  readonly added: number;
  /** Rows of the catalogue whose texts changed. */
  readonly amended: number;
  readonly retired: number;
}

const counting = (table: TableName, column: 'added_in' | 'retired_in', numbers: readonly number[]) => Prisma.sql`
  SELECT ${table} AS "table", ${Prisma.raw(column)} AS number, ${column === 'added_in' ? 'added' : 'retired'} AS change, count(*)::int
  FROM ${Prisma.raw(tables[table].name)} WHERE ${Prisma.raw(column)} = ANY(${numbers}) GROUP BY ${Prisma.raw(column)}`;

// A row of the catalogue may be retired and come back: what was done to it when is in its amendments alone.
const countingAmendments = (table: TableName, numbers: readonly number[]) => Prisma.sql`
  SELECT ${table} AS "table", revision AS number,
    CASE WHEN was_retired = is_retired THEN 'amended' WHEN is_retired THEN 'retired' ELSE 'added' END AS change, count(*)::int
  FROM (
    SELECT revision, before->>'retired_in' IS NOT NULL AS was_retired,
      coalesce(
        lead(before) OVER (PARTITION BY record_id ORDER BY amendment.id),
        jsonb_build_object('retired_in', present.retired_in))->>'retired_in' IS NOT NULL AS is_retired
    FROM amendment JOIN ${Prisma.raw(tables[table].name)} AS present ON present.id = record_id
    WHERE record = ${tables[table].name}) AS amended
  WHERE revision = ANY(${numbers}) GROUP BY revision, change`;

interface CountRow {
  readonly table: TableName;
  readonly number: number;
  readonly change: 'added' | 'amended' | 'retired';
  readonly count: number;
}

/** What each revision did, table by table, in the order of the tables; nothing is a count of 0. One statement for all of them. */
export async function readRevisionCounts(
  prisma: PrismaClient,
  numbers: readonly number[],
): Promise<readonly RecordCount[][]> {
  const parts = tableNames.flatMap((table) => [
    counting(table, 'added_in', numbers),
    tables[table].catalogue ? countingAmendments(table, numbers) : counting(table, 'retired_in', numbers),
  ]);
  const rows = await prisma.$queryRaw<CountRow[]>(Prisma.join(parts, ' UNION ALL '));
  return groupsInOrder(numbers, rows, ({ number }) => number).map((of) =>
    tableNames.map((table) => {
      const count = (change: CountRow['change']) =>
        of.filter((row) => row.table === table && row.change === change).reduce((sum, row) => sum + row.count, 0);
      return { table, added: count('added'), amended: count('amended'), retired: count('retired') };
    }),
  );
}
