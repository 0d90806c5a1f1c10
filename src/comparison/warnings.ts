import { dateOf, yearsBefore } from '#agreement/day.ts';
import { NONE } from '#agreement/in-force.ts';
import { lastConfirmed } from '#agreement/last-confirmed.ts';
import { isHeld } from '#agreement/stance-matrix.ts';
import { bases, basisIn } from '#snapshot/closed-sets.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { agreementIn, type Comparison, stanceRowsIn } from './comparison.ts';
import { disputedVotesIn } from './disputed-votes.ts';

/** Why a number deserves a second look. */
export const warningCodes = {
  FEW_SHARED: 'The parties share fewer than ten propositions, so that one more may change the value a lot.',
  CONSENSUS_TEXTS:
    'More than half of the evidence comes from texts adopted by consensus, which show less of what each party holds.',
  STALE:
    'More than half of the evidence is older than five years on the day that the value is about: one of the two stances was last confirmed before then.',
  DISPUTED_VOTES:
    'On some of the roll calls another record of the votes shows that what is recorded of a party is wrong; `dataset { knownGaps }` says what.',
} as const;

export type WarningCode = keyof typeof warningCodes;

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  /**
   * FEW_SHARED: the propositions shared. CONSENSUS_TEXTS: the comparisons (one pair on one proposition) of which both stances rest on consensus. STALE:
   * the comparisons of which either stance was last confirmed too long ago. DISPUTED_VOTES: the roll calls.
   */
  readonly count: number;
}

const fewShared = 10;
const staleYears = 5;
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
  const staleBefore = yearsBefore(comparison.scope.asOf, staleYears);
  const { counted, byConsensus, stale } = countEvidence(comparison, staleBefore);
  if (byConsensus > counted / 2) {
    const message = `${byConsensus} of the ${counted} comparisons that count come from texts adopted by consensus, which show less of what each party holds.`;
    warnings.push({ code: 'CONSENSUS_TEXTS', message, count: byConsensus });
  }
  if (stale > counted / 2) {
    const message = `${stale} of the ${counted} comparisons that count rest on a stance that was last confirmed before ${dateOf(staleBefore)}, five years before ${dateOf(comparison.scope.asOf)}.`;
    warnings.push({ code: 'STALE', message, count: stale });
  }
  if (comparison.scope.kinds.includes('ROLL_CALL')) warnings.push(...ofDisputedVotes(comparison));
  return warnings;
});

function ofDisputedVotes(comparison: Comparison): Warning[] {
  const { disputed, rollCalls, parties } = disputedVotesIn(comparison);
  if (disputed === 0) return [];
  const names = new Intl.ListFormat('en', { type: 'disjunction' }).format(parties.map(({ name }) => name));
  const message = `On ${disputed} of the ${rollCalls} roll calls what is recorded of ${names} is disputed; dataset { knownGaps } says why.`;
  return [{ code: 'DISPUTED_VOTES', message, count: disputed }];
}

/** How many pairs of stances on one proposition count; of these, how many rest on consensus texts on both sides, and how many on a stale stance. */
function countEvidence(comparison: Comparison, staleBefore: number) {
  const { policied, snapshot, scope } = comparison;
  const counts = { counted: 0, byConsensus: 0, stale: 0 };
  for (let column = 0; column < policied.columns; column++) {
    const stances = stanceRowsIn(comparison, column);
    let held = 0;
    let adopted = 0;
    let fresh = 0;
    for (let row = 0; row < policied.rows; row++) {
      const stance = stances[row] as number;
      if (stance === NONE || !isHeld(policied.cells[row * policied.columns + column] as number)) continue;
      held++;
      if (basisIn(snapshot.stances.traits[stance] as number) === consensus) adopted++;
      if (lastConfirmed(snapshot.stances, stance, scope.asKnownAt) >= staleBefore) fresh++;
    }
    counts.counted += pairsOf(held);
    counts.byConsensus += pairsOf(adopted);
    counts.stale += pairsOf(held) - pairsOf(fresh);
  }
  return counts;
}

const pairsOf = (count: number) => (count * (count - 1)) / 2;
