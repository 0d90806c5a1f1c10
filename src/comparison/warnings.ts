import { NONE } from '#agreement/in-force.ts';
import { isHeld } from '#agreement/stance-matrix.ts';
import { bases } from '#snapshot/closed-sets.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { agreementIn, type Comparison, stanceRowsIn } from './comparison.ts';
import { derivationOf, memberStanceRows } from './derivation-receipt.ts';

/** Why a number deserves a second look. */
export const warningCodes = {
  FEW_SHARED: 'The parties share fewer than ten propositions, so that one more may change the value a lot.',
  CONSENSUS_TEXTS:
    'More than half of the evidence comes from texts adopted by consensus, which show less of what each party holds.',
} as const;

export type WarningCode = keyof typeof warningCodes;

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  /** FEW_SHARED: the propositions shared. CONSENSUS_TEXTS: the comparisons (one pair on one proposition) of which both stances rest on consensus. */
  readonly count: number;
}

const fewShared = 10;
const consensus = bases.indexOf('CONSENSUS');

/** What to know beside the number of a comparison, in the order of `warningCodes`. Empty without a value. */
export const warningsIn = oncePer((comparison: Comparison): readonly Warning[] => {
  const { result, shared } = agreementIn(comparison);
  if (result.value === null) return [];
  const warnings: Warning[] = [];
  if (shared < fewShared) {
    const message = `The value rests on ${shared} shared ${shared === 1 ? 'proposition' : 'propositions'}, fewer than ${fewShared}.`;
    warnings.push({ code: 'FEW_SHARED', message, count: shared });
  }
  const { counted, byConsensus } = evidenceByConsensus(comparison);
  if (byConsensus > counted / 2) {
    const message = `${byConsensus} of the ${counted} comparisons that count come from texts adopted by consensus, which show less of what each party holds.`;
    warnings.push({ code: 'CONSENSUS_TEXTS', message, count: byConsensus });
  }
  return warnings;
});

/** How many pairs of stances on one proposition count, and how many of these rest on consensus texts on both sides. */
function evidenceByConsensus(comparison: Comparison): { readonly counted: number; readonly byConsensus: number } {
  const { policied, snapshot } = comparison;
  let counted = 0;
  let byConsensus = 0;
  for (let column = 0; column < policied.columns; column++) {
    const stances = stanceRowsIn(comparison, column);
    let held = 0;
    let adopted = 0;
    for (let row = 0; row < policied.rows; row++) {
      const stance = stances[row] as number;
      if (!isHeld(policied.cells[row * policied.columns + column] as number)) continue;
      held++;
      const isAdopted =
        stance === NONE ? isDerivedByConsensus(comparison, column, row) : snapshot.stances.basis[stance] === consensus;
      if (isAdopted) adopted++;
    }
    counted += pairsOf(held);
    byConsensus += pairsOf(adopted);
  }
  return { counted, byConsensus };
}

/** Whether more than half of the stances that the position of a bloc was derived from rest on consensus texts. */
function isDerivedByConsensus(comparison: Comparison, column: number, row: number): boolean {
  const { snapshot, propositions } = comparison;
  // A roll call is a vote.
  if (snapshot.propositions.list[propositions[column] as number]?.kind === 'ROLL_CALL') return false;
  const stanceRows = memberStanceRows(derivationOf(comparison, column, row));
  return (
    stanceRows.filter((stanceRow) => snapshot.stances.basis[stanceRow] === consensus).length > stanceRows.length / 2
  );
}

const pairsOf = (count: number) => (count * (count - 1)) / 2;
