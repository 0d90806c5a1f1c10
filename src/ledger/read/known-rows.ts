import { Prisma } from '#postgres/generated/client.ts';

/**
 * SQL for every row of a catalogue table, by the name `known`, as a revision left it: with the texts that it had then. Whether it stood then is
 * for `stood` to say.
 */
export const knownRows = (table: 'document' | 'passage', revision: number): Prisma.Sql => Prisma.sql`
  ${Prisma.raw(table)} AS present
  LEFT JOIN (
    SELECT DISTINCT ON (record_id) record_id, before FROM amendment
    WHERE record = ${table} AND revision > ${revision} ORDER BY record_id, id) AS amended ON amended.record_id = present.id
  CROSS JOIN LATERAL jsonb_populate_record(present, coalesce(amended.before, '{}')) AS known`;

/** SQL for whether such a row was in the catalogue. */
export const stood = (revision: number): Prisma.Sql =>
  Prisma.sql`known.added_in <= ${revision} AND known.retired_in IS NULL`;
