import type { ClientBase } from 'pg';
import { ELSEWHERE } from '#agreement/last-confirmed.ts';
import { type Confirmation, NEVER, type StanceColumns, stanceRowsOn } from '#agreement/stance-columns.ts';
import type { Catalogue, Document } from './catalogue.ts';
import { sharedCopy } from './shared-arrays.ts';
import type { News } from './snapshot.ts';

/** That a document shows the stance at a row index, from one revision to another. */
export interface Shown {
  readonly stanceRow: number;
  readonly documentId: number;
  readonly addedIn: number;
  readonly retiredIn: number;
}

type Columns = Pick<StanceColumns, 'heldFrom' | 'addedIn' | 'retiredIn' | 'confirmedAfter'>;

/** Takes what shows stances, all that ever did of each, and tells when each was last confirmed. */
export interface Confirmer {
  show(shown: Shown): void;
  /** What the column does not hold, by row index. */
  rest(): Map<number, readonly Confirmation[]>;
}

/** Writes into the column `confirmedAfter` of rows that nobody reads yet, and where it is 0. */
export function confirmerOf(columns: Columns, documents: Catalogue<Document>): Confirmer {
  const { heldFrom, addedIn, retiredIn, confirmedAfter } = columns;
  const changing = new Map<number, (Shown & { readonly document: Document })[]>();
  return {
    show(shown) {
      const { stanceRow, documentId } = shown;
      const document = documents.byId.get(documentId) as Document; // foreign keys hold
      const after = document.date - (heldFrom[stanceRow] as number);
      const wasRedated = document.earlier.some(({ row }) => row.date !== document.date);
      const isAlways =
        shown.addedIn <= (addedIn[stanceRow] as number) && shown.retiredIn >= (retiredIn[stanceRow] as number);
      if (isAlways && !wasRedated && after < ELSEWHERE) {
        if (after > (confirmedAfter[stanceRow] as number)) confirmedAfter[stanceRow] = after;
      } else if (after > 0 || wasRedated) {
        const before = changing.get(stanceRow);
        if (before === undefined) changing.set(stanceRow, [{ ...shown, document }]);
        else before.push({ ...shown, document });
      }
    },
    rest() {
      const rest = new Map<number, readonly Confirmation[]>();
      for (const [stanceRow, all] of changing) {
        const from = heldFrom[stanceRow] as number;
        const usual = from + (confirmedAfter[stanceRow] as number);
        const confirmations = confirmationsOf(all, usual, addedIn[stanceRow] as number, retiredIn[stanceRow] as number);
        const [first, ...others] = confirmations;
        const after = (first as Confirmation).day - from; // there is one for the revision that added it
        if (others.length === 0 && after < ELSEWHERE) confirmedAfter[stanceRow] = after;
        else {
          confirmedAfter[stanceRow] = ELSEWHERE;
          rest.set(stanceRow, confirmations);
        }
      }
      return rest;
    },
  };
}

/** When a stance was last confirmed, by the revisions from `since` to before `until` that changed it; at least `usual`. */
function confirmationsOf(
  all: readonly (Shown & { readonly document: Document })[],
  usual: number,
  since: number,
  until: number,
): Confirmation[] {
  const turns = all.flatMap(({ addedIn, retiredIn, document }) => [
    addedIn,
    retiredIn,
    ...document.earlier.map((earlier) => earlier.until),
  ]);
  const revisions = [...new Set([since, ...turns])].filter((revision) => revision >= since && revision < until);
  const confirmations: Confirmation[] = [];
  for (const revision of revisions.sort((a, b) => a - b)) {
    const known = all.filter((shown) => shown.addedIn <= revision && shown.retiredIn > revision);
    const day = known.reduce((latest, { document }) => Math.max(latest, dateKnownAt(document, revision)), usual);
    if (day !== confirmations.at(-1)?.day) confirmations.push({ revision, day });
  }
  return confirmations;
}

const dateKnownAt = (document: Document, revision: number): number =>
  (document.earlier.find(({ until }) => until > revision)?.row ?? document).date;

/** A citation of a stance of which something changed that shows it: one came or went, or a document has another date. */
interface Recited {
  readonly stanceId: number;
  readonly propositionId: number;
  readonly documentId: number;
  readonly addedIn: number;
  readonly retiredIn: number;
  readonly isPrimary: boolean;
}

// With the condition on the digest a statement by itself sees rows of this ledger, at one moment, or none.
const query = {
  name: 'citations of stances of which some changed',
  text: `
    SELECT citation.stance_id AS "stanceId", stance.proposition_id AS "propositionId", citation.document_id AS "documentId",
      citation.added_in AS "addedIn", citation.role = 'PRIMARY' AS "isPrimary",
      CASE WHEN citation.retired_in <= $2 THEN citation.retired_in ELSE ${NEVER} END AS "retiredIn"
    FROM citation JOIN stance ON stance.id = citation.stance_id
    WHERE citation.added_in <= $2 AND citation.stance_id IN (
        SELECT stance_id FROM citation WHERE added_in > $1 AND added_in <= $2
        UNION SELECT stance_id FROM citation WHERE retired_in > $1 AND retired_in <= $2
        UNION SELECT stance_id FROM citation WHERE document_id = ANY($4::int[]))
      AND (SELECT encode(digest, 'hex') FROM revision WHERE number = $2) = $3`,
};

/**
 * All citations there ever were of the stances of which some changed after a revision, as at the newest; null when the ledger has become another one.
 */
export async function readRecited(
  client: ClientBase,
  after: number,
  { head, citations }: News,
  redated: readonly number[],
): Promise<readonly Recited[] | null> {
  if (citations.added + citations.retired + redated.length === 0) return [];
  const { rows } = await client.query<Recited>({ ...query, values: [after, head.revision, head.digest, redated] });
  const isNew = (revision: number) => revision > after && revision <= head.revision;
  const added = rows.filter(({ addedIn }) => isNew(addedIn)).length;
  const retired = rows.filter(({ retiredIn }) => isNew(retiredIn)).length;
  return added === citations.added && retired === citations.retired ? rows : null;
}

/** Ids of the documents whose date, at any revision, is not what it was. */
export function redatedDocuments(old: Catalogue<Document>, next: Catalogue<Document>): number[] {
  if (old === next) return [];
  const isRedated = (document: Document) =>
    document.earlier.length !== old.byId.get(document.id)?.earlier.length &&
    document.earlier.some(({ row }) => row.date !== document.date);
  return next.list
    .filter((document) => old.byId.get(document.id) !== undefined && isRedated(document))
    .map(({ id }) => id);
}

/** The columns after citations of some stances changed. Those from `length` on are new: nobody else reads them yet. */
export function reconfirmed(
  columns: StanceColumns,
  length: number,
  recited: readonly Recited[],
  propositionOrdinals: Uint32Array,
  documents: Catalogue<Document>,
): StanceColumns {
  if (recited.length === 0) return columns;
  const stanceRows = stanceRowsOf(columns, recited, propositionOrdinals);
  const isShared = [...stanceRows.values()].some((stanceRow) => stanceRow < length);
  const confirmedAfter = isShared ? sharedCopy(columns.confirmedAfter) : columns.confirmedAfter;
  const confirmations = new Map(columns.confirmations);
  for (const stanceRow of stanceRows.values()) {
    confirmedAfter[stanceRow] = 0;
    confirmations.delete(stanceRow);
  }
  const confirmer = confirmerOf({ ...columns, confirmedAfter }, documents);
  for (const { stanceId, isPrimary, ...shown } of recited)
    if (isPrimary) confirmer.show({ ...shown, stanceRow: stanceRows.get(stanceId) as number }); // every stance has its row
  for (const [stanceRow, all] of confirmer.rest()) confirmations.set(stanceRow, all);
  return { ...columns, confirmedAfter, confirmations };
}

/** Row indexes of the stances, by id. */
function stanceRowsOf(columns: StanceColumns, recited: readonly Recited[], propositionOrdinals: Uint32Array) {
  const wanted = new Set(recited.map(({ stanceId }) => stanceId));
  const stanceRows = new Map<number, number>();
  for (const propositionId of new Set(recited.map((one) => one.propositionId))) {
    for (const stanceRow of stanceRowsOn(columns, propositionOrdinals[propositionId] as number)) {
      const id = columns.id[stanceRow] as number;
      if (wanted.has(id)) stanceRows.set(id, stanceRow);
    }
  }
  return stanceRows;
}
