import { NONE } from '#agreement/in-force.ts';
import { cellAt, isHeld } from '#agreement/stance-matrix.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import { agreementIn, type Comparison, stanceRowsIn } from './comparison.ts';
import { type Warning, warningCodes, warningsIn } from './warnings.ts';

/** A stance on a claim that the number of a comparison counts. */
export interface CountedStance {
  readonly party: number;
  readonly column: number;
  /** Row index in the columns of stances. */
  readonly stanceRow: number;
}

/** The stances on claims that the number of a comparison counts: those of parties that are compared with another. None without a value. */
export function countedClaimStances(comparison: Comparison): CountedStance[] {
  const { policied, snapshot, propositions } = comparison;
  if (agreementIn(comparison).result.value === null) return [];
  const counted: CountedStance[] = [];
  for (let column = 0; column < policied.columns; column++) {
    if (rowAt(snapshot.propositions, propositions[column] as number).kind !== 'CLAIM') continue;
    const stanceRows = stanceRowsIn(comparison, column);
    const held = comparison.parties.flatMap((_, party) => {
      const stanceRow = stanceRows[party] as number;
      const counts = stanceRow !== NONE && isHeld(cellAt(policied, party, column));
      return counts ? [{ party, column, stanceRow }] : [];
    });
    if (held.length >= 2) counted.push(...held);
  }
  return counted;
}

/** What shows a stance: a place in a document. Without a locator it is the whole document, which can show many things. */
export interface ShownAt {
  readonly documentId: number;
  readonly locator: string | null;
}

/**
 * The warning that passages are counted in more than one proposition: that one passage shows positions of one party on several of them. `citations` are
 * those of each of the stances. Null when there is no such passage.
 */
export function entailedTwice(
  counted: readonly CountedStance[],
  citations: readonly (readonly ShownAt[])[],
): Warning | null {
  const columnsOf = new Map<string, Set<number>>();
  for (const [index, { party, column }] of counted.entries()) {
    for (const { documentId, locator } of citations[index] ?? []) {
      if (locator === null) continue;
      const passage = `${party} ${documentId} ${locator}`;
      columnsOf.set(passage, (columnsOf.get(passage) ?? new Set()).add(column));
    }
  }
  const twice = new Set<string>();
  for (const [passage, columns] of columnsOf) if (columns.size > 1) twice.add(passage.slice(passage.indexOf(' ') + 1));
  if (twice.size === 0) return null;
  const passages = twice.size === 1 ? '1 passage is' : `${twice.size} passages are`;
  return {
    code: 'ENTAILED_TWICE',
    message: `${passages} counted in more than one proposition, so that what was said once weighs more than once.`,
    count: twice.size,
  };
}

/** Every warning beside the number of a comparison, in the order of `warningCodes`. `citationsOf` is given ids of stances and gives the citations of each. */
export async function warningsWithCitations(
  comparison: Comparison,
  citationsOf: (stanceIds: readonly number[]) => Promise<readonly (readonly ShownAt[])[]>,
): Promise<readonly Warning[]> {
  const counted = countedClaimStances(comparison);
  const ids = counted.map(({ stanceRow }) => comparison.snapshot.stances.id[stanceRow] as number);
  const twice = entailedTwice(counted, ids.length === 0 ? [] : await citationsOf(ids));
  if (twice === null) return warningsIn(comparison);
  const order = Object.keys(warningCodes);
  return [...warningsIn(comparison), twice].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}
