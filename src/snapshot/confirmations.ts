import { ELSEWHERE } from '#agreement/last-confirmed.ts';
import type { Confirmation, StanceColumns } from '#agreement/stance-columns.ts';
import type { Catalogue, Document } from './catalogue.ts';

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
