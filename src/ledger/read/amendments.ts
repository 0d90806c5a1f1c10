import { Prisma, type PrismaClient } from '#postgres/generated/client.ts';
import { anyTables, type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import { groupsInOrder } from './in-order.ts';

/** What a revision changed in the texts of one row of the catalogue. */
export interface AmendmentRecord {
  readonly id: number;
  readonly revision: number;
  readonly table: TableName;
  readonly key: string;
  readonly fields: readonly AmendedField[];
}

/** A field and what it said, lists as JSON; null when it said nothing. */
export interface AmendedField {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

const catalogue = tableNames.filter((name) => tables[name].catalogue);

/** A row as JSON that names its document by key. */
const named = (json: Prisma.Sql) => Prisma.sql`${json} || CASE WHEN ${json} ? 'document_id' THEN jsonb_build_object(
  'document_id', (SELECT key FROM document WHERE id = (${json}->>'document_id')::int)) ELSE '{}' END`;

const present = Prisma.join(
  catalogue.map((name) => {
    const table = Prisma.raw(tables[name].name);
    return Prisma.sql`SELECT to_jsonb(${table}) FROM ${table} WHERE amendment.record = ${tables[name].name} AND id = record_id`;
  }),
  ' UNION ALL ',
);

interface Row {
  readonly id: number;
  readonly revision: number;
  readonly record: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** The texts that each revision changed, by table and key. What a later revision said is not in them. One statement. */
export async function readAmendments(prisma: PrismaClient, numbers: readonly number[]): Promise<AmendmentRecord[][]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT amendment.id, amendment.revision, amendment.record,
      ${named(Prisma.sql`amendment.before`)} AS before, ${named(Prisma.sql`following.after`)} AS after
    FROM amendment CROSS JOIN LATERAL (
      SELECT coalesce((
        SELECT before FROM amendment AS next
        WHERE (next.record, next.record_id) = (amendment.record, amendment.record_id) AND next.id > amendment.id
        ORDER BY next.id LIMIT 1), (${present})) AS after) AS following
    WHERE amendment.revision = ANY(${numbers})`;
  const amendments = rows.map(amendmentOf).filter(({ fields }) => fields.length > 0);
  const inOrder = amendments.toSorted(
    (a, b) => tableNames.indexOf(a.table) - tableNames.indexOf(b.table) || (a.key < b.key ? -1 : 1),
  );
  return groupsInOrder(numbers, inOrder, ({ revision }) => revision);
}

function amendmentOf({ id, revision, record, before, after }: Row): AmendmentRecord {
  const table = catalogue.find((name) => tables[name].name === record) as TableName; // only the catalogue is amended
  const fields = Object.entries(anyTables[table].columns).map(([name, { column }]) => ({
    name,
    before: said(before[column]),
    after: said(after[column]),
  }));
  const key = String(before.key);
  return { id, revision, table, key, fields: fields.filter((field) => field.before !== field.after) };
}

const said = (value: unknown): string | null =>
  value == null ? null : typeof value === 'string' ? value : JSON.stringify(value);
