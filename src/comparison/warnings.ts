import { dateOf, yearsBefore } from '#agreement/day.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { agreementIn, type Comparison, measuresIn } from './comparison.ts';
import { countEvidence } from './counted-evidence.ts';
import { disputedVotesIn } from './disputed-votes.ts';
import { percentilesIn } from './percentiles.ts';

/** Why a number deserves a second look. */
export const warningCodes = {
  FEW_SHARED: 'The parties share fewer than ten propositions, so that one more may change the value a lot.',
  CONSENSUS_TEXTS:
    'More than half of the evidence comes from texts adopted by consensus, which show less of what each party holds.',
  STALE:
    'More than half of the evidence is older than five years on the day that the value is about: one of the two stances was last confirmed before then.',
  DISPUTED_VOTES:
    'On some of the roll calls another record of the votes shows that what is recorded of a party is wrong; `dataset { differences }` says what the official record has, `dataset { knownGaps }` which errors are known where it was not imported.',
  ENTAILED_TWICE:
    'One passage is counted in more than one proposition, so that what was said once weighs more than once.',
  MEASURES_DIFFER:
    'Among all pairs of countries in the scope the pair stands high by one measure and low by another: more than 25 percentiles apart.',
} as const;

export type WarningCode = keyof typeof warningCodes;

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  /**
   * FEW_SHARED: the propositions shared. CONSENSUS_TEXTS: the comparisons (one pair on one proposition) of which both stances rest on consensus. STALE:
   * the comparisons of which either stance was last confirmed too long ago. DISPUTED_VOTES: the roll calls. ENTAILED_TWICE: passages.
   * MEASURES_DIFFER: percentiles between the measures.
   */
  readonly count: number;
}

const fewShared = 10;
const staleYears = 5;

/** What to know beside the number of a comparison but for ENTAILED_TWICE, which needs citations; in the order of `warningCodes`. Empty without a value. */
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
  if (shared >= fewShared) warnings.push(...measuresDiffer(comparison));
  return warnings;
});

function ofDisputedVotes(comparison: Comparison): Warning[] {
  const { disputed, rollCalls, parties, by } = disputedVotesIn(comparison);
  if (disputed === 0) return [];
  const names = new Intl.ListFormat('en', { type: 'disjunction' }).format(parties.map(({ name }) => name));
  const shown = [by.has('DIFFERENCE') ? 'differences' : [], by.has('LISTED_ERROR') ? 'knownGaps' : []].flat();
  const message = `On ${disputed} of the ${rollCalls} roll calls what is recorded of ${names} is disputed; dataset { ${shown.join(' ')} } says why.`;
  return [{ code: 'DISPUTED_VOTES', message, count: disputed }];
}

/** Percentiles from which on measures are said to differ. */
const farApart = 25;

/** Where the measures by which a pair stands lowest and highest are far apart. */
function measuresDiffer(comparison: Comparison): Warning[] {
  const percentiles = percentilesIn(comparison);
  if (percentiles === null) return [];
  const all = agreementIn(comparison).shared;
  const ranked = measuresIn(comparison)
    .flatMap(({ measure, shared }) => {
      const percentile = percentiles[measure];
      // A measure over fewer propositions, those with absences, differs for another reason.
      return percentile === null || shared !== all ? [] : [{ measure, percentile }];
    })
    .sort((a, b) => a.percentile - b.percentile);
  const [lowest, highest] = [ranked[0], ranked.at(-1)];
  if (lowest === undefined || highest === undefined) return [];
  const apart = highest.percentile - lowest.percentile;
  if (apart <= farApart) return [];
  const stands = ({ measure, percentile }: typeof lowest) => `${measure} at percentile ${Math.round(percentile)}`;
  const message = `Among all pairs of countries in scope the pair stands by ${stands(highest)}, by ${stands(lowest)}.`;
  return [{ code: 'MEASURES_DIFFER', message, count: Math.round(apart) }];
}
