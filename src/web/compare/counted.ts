import type { Verdict } from '../generated/graphql.ts';
import type { Counted } from '../texts/en-answer.ts';
import type { Compared } from './compared.ts';

/** What of a comparison is counted. */
type CountedVerdicts = Pick<Compared, 'agree' | 'divided' | 'mixed' | 'neutral' | 'unknown'>;
type Countable = CountedVerdicts & {
  readonly parties: readonly { readonly name: string }[];
  readonly issues: readonly Pick<Compared['issues'][number], 'issue' | 'verdicts'>[];
};

/** How many propositions of a comparison have which verdict. */
export const countsOf = (comparison: CountedVerdicts): Readonly<Record<Verdict, number>> => ({
  AGREE: comparison.agree.totalCount,
  DIVIDED: comparison.divided.totalCount,
  MIXED: comparison.mixed.totalCount,
  NEUTRAL: comparison.neutral.totalCount,
  UNKNOWN: comparison.unknown.totalCount,
});

/** What the answering sentence of a comparison is made from. */
export function countedIn(comparison: Countable): Counted {
  const counts = countsOf(comparison);
  const withVerdict = (wanted: Verdict) =>
    comparison.issues
      .filter(({ verdicts }) => verdicts.some(({ verdict, count }) => verdict === wanted && count > 0))
      .map(({ issue }) => issue.name);
  return {
    names: comparison.parties.map(({ name }) => name),
    known: counts.AGREE + counts.DIVIDED + counts.MIXED + counts.NEUTRAL,
    agree: counts.AGREE,
    divided: counts.DIVIDED,
    mixed: counts.MIXED,
    neutral: counts.NEUTRAL,
    dividedOn: withVerdict('DIVIDED'),
    mixedOn: withVerdict('MIXED'),
  };
}
