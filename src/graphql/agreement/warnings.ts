import type { Comparison } from '#comparison/comparison.ts';
import { countedClaimStances, entailedTwice } from '#comparison/entailed-twice.ts';
import { type Warning, warningCodes, warningsIn } from '#comparison/warnings.ts';
import { builder, describedValues } from '../builder.ts';
import type { Context } from '../context.ts';
import { askedOfDatabase, type FieldCost } from '../cost/field-cost.ts';
import { cellPoints, percentilePoints } from '../cost/points.ts';

const WarningCode = builder.enumType('WarningCode', {
  description: 'Why a value deserves a second look.',
  values: describedValues(warningCodes),
});

export const AgreementWarning = builder.objectRef<Warning>('AgreementWarning').implement({
  description: 'What to know beside a value of agreement before citing it.',
  fields: (t) => ({
    code: t.expose('code', { type: WarningCode, description: 'The kind of warning.' }),
    message: t.exposeString('message', { description: 'The warning in one sentence, with its numbers.' }),
    count: t.exposeInt('count', {
      description:
        'FEW_SHARED: the number of shared propositions. CONSENSUS_TEXTS: the number of comparisons (one pair on one proposition) in which both stances come from texts adopted by consensus. ENTAILED_TWICE: the number of passages. MEASURES_DIFFER: how many percentiles apart.',
    }),
  }),
});

/** Two parties are ranked among all pairs of countries; the citations of stances on claims are read. */
export const warningsCost: FieldCost = {
  points: (_args, around) =>
    cellPoints(around) +
    (around.parties === 2 ? percentilePoints(around) : 0) +
    askedOfDatabase +
    around.parties * Math.min(around.propositions, around.ledger.claims),
  rows: 4,
};

/** What to know beside the number of a comparison, in the order of `warningCodes`. */
export async function agreementWarnings(comparison: Comparison, { loaders }: Context): Promise<Warning[]> {
  const warnings = [...warningsIn(comparison)];
  const counted = countedClaimStances(comparison);
  const { snapshot, scope } = comparison;
  const citations = await Promise.all(
    counted.map(({ stanceRow }) => loaders.citations.load(snapshot.stances.id[stanceRow] as number, scope.asKnownAt)),
  );
  const twice = entailedTwice(counted, citations);
  if (twice !== null) warnings.push(twice);
  const order = Object.keys(warningCodes);
  return warnings.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}
