import type { Pool } from 'pg';
import type { PrismaClient } from '#postgres/generated/client.ts';
import type { CitationModel } from '#postgres/generated/models.ts';
import { columnsOf, modelField, modelSql } from '../tables/column-sql.ts';
import { anyTables } from '../tables/ledger-rows.ts';
import { groupsInOrder, rowsInOrder } from './in-order.ts';
import { knownAtSql } from './known-at.ts';

export type CitationRecord = Omit<CitationModel, 'addedIn' | 'retiredIn'>;

/** What a citation shows. That of a vote has no id, and its document itself says how far it was checked: verification is null. */
export type Cited = Omit<CitationRecord, 'id' | 'stanceId' | 'ordinal' | 'verification'> & {
  readonly id: number | null;
  readonly verification: CitationRecord['verification'] | null;
};

const nothing = Object.fromEntries(
  columnsOf(anyTables.citation).map(([field, column]) => [modelField(field, column), null]),
);

/** The citation of a vote, which has no record of its own: the document of its roll call shows it. */
export const citationOfVote = (documentId: number): Cited => ({
  ...(nothing as unknown as Cited), // every field that a citation has
  id: null,
  documentId,
  role: 'PRIMARY',
});

// By the pool and prepared: every side-by-side with its sources asks these, and Prisma would take as long as the database.
const ofStances = {
  name: 'citations of stances',
  text: `SELECT id, stance_id AS "stanceId", ${modelSql(anyTables.citation, 'citation')} FROM citation
    WHERE stance_id = ANY($1::int[]) AND ${knownAtSql('$2')} ORDER BY stance_id, ordinal`,
};
const ofDocuments = {
  name: 'citations of documents',
  text: `SELECT document_id AS "documentId", stance_id AS "stanceId" FROM citation
    WHERE document_id = ANY($1::int[]) AND ${knownAtSql('$2')}`,
};

/** The citations of each stance as known at a revision, in their order. */
export async function readCitations(pool: Pool, stanceIds: readonly number[], revision: number) {
  const { rows } = await pool.query<CitationRecord>({ ...ofStances, values: [stanceIds, revision] });
  return groupsInOrder(stanceIds, rows, ({ stanceId }) => stanceId);
}

/** Ids of the stances that cite each document, as known at a revision. */
export async function readStancesCiting(pool: Pool, documentIds: readonly number[], revision: number) {
  const values = [documentIds, revision];
  const { rows } = await pool.query<Pick<CitationRecord, 'documentId' | 'stanceId'>>({ ...ofDocuments, values });
  return groupsInOrder(documentIds, rows, ({ documentId }) => documentId).map(
    (group) => new Set(group.map(({ stanceId }) => stanceId)),
  );
}

/** Ids of the stances whose citations are not the same at two revisions, the earlier one first. */
export async function readRecitedStances(prisma: PrismaClient, from: number, to: number): Promise<ReadonlySet<number>> {
  const rows = await prisma.$queryRaw<{ id: number }[]>`
    SELECT stance_id AS id FROM citation WHERE added_in > ${from} AND added_in <= ${to}
    UNION SELECT stance_id FROM citation WHERE retired_in > ${from} AND retired_in <= ${to}`;
  return new Set(rows.map(({ id }) => id));
}

/** What the snapshot does not hold of stances, by their ids. */
export async function readStanceTexts(prisma: PrismaClient, ids: readonly number[]) {
  const rows = await prisma.stance.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, verb: true, rationale: true, tier: true, changeKind: true },
  });
  return rowsInOrder(ids, rows);
}
