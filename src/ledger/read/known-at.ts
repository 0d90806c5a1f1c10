import { Prisma } from '#postgres/generated/client.ts';

/**
 * The condition in SQL for rows that were known at a revision: added by then, and not retired by then. `revision` is a number or a parameter such
 * as `$2`; `alias` that of the table.
 */
export const knownAtSql = (revision: number | string, alias?: string): string => {
  const column = (name: string) => (alias === undefined ? name : `${alias}.${name}`);
  return `${column('added_in')} <= ${revision} AND (${column('retired_in')} IS NULL OR ${column('retired_in')} > ${revision})`;
};

/** The same condition for Prisma. */
export const knownAt = (revision: number) => ({
  addedIn: { lte: revision },
  OR: [{ retiredIn: null }, { retiredIn: { gt: revision } }],
});

/**
 * SQL for every row of a catalogue table, by the name `known`, as a revision left it: with the texts that it had then. Whether it stood then is
 * for `stood` to say.
 */
export const knownRows = (table: 'document' | 'passage', revision: number): Prisma.Sql => Prisma.sql`
  ${Prisma.raw(table)} AS present
  LEFT JOIN (
    SELECT DISTINCT ON (record_id) record_id, before FROM amendment
    WHERE record = ${table} AND revision > ${revision} ORDER BY record_id, id) AS amended ON amended.record_id = present.id
  CROSS JOIN LATERAL jsonb_populate_record(CASE WHEN amended.before IS NULL THEN present END, coalesce(amended.before, '{}')) AS known`;

/** SQL for whether such a row was in the catalogue. */
export const stood = (revision: number): Prisma.Sql =>
  Prisma.sql`known.added_in <= ${revision} AND known.retired_in IS NULL`;
