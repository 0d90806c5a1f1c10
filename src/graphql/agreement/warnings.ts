import type { Comparison } from '#comparison/comparison.ts';
import { warningsWithCitations } from '#comparison/entailed-twice.ts';
import { type Warning, warningCodes } from '#comparison/warnings.ts';
import { builder, describedValues } from '../builder.ts';
import type { Context } from '../context.ts';
import { askedOfDatabase, batchedFromDatabase, type FieldCost } from '../cost/field-cost.ts';
import { cellPoints, claimReceiptPoints, derivingPoints, percentilePoints } from '../cost/points.ts';

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
        'FEW_SHARED: the number of shared propositions. CONSENSUS_TEXTS: the number of comparisons (one pair on one proposition) in which both stances come from texts adopted by consensus. STALE: the number of comparisons in which either stance was last confirmed more than five years before `asOf`. DISPUTED_VOTES: the number of roll calls. ENTAILED_TWICE: the number of passages. MEASURES_DIFFER: how many percentiles apart.',
    }),
  }),
});

/** Two parties are ranked among all pairs of countries; all stances are looked at, those behind blocs too, and the citations of those on claims are read. */
export const warningsCost: FieldCost = {
  points: (_args, around) =>
    2 * cellPoints(around) +
    derivingPoints(around) +
    claimReceiptPoints(around) +
    (around.parties === 2 ? percentilePoints(around) : 0) +
    askedOfDatabase +
    2 * batchedFromDatabase * around.parties * Math.min(around.propositions, around.ledger.claims),
  rows: Object.keys(warningCodes).length,
};

/** What to know beside the number of a comparison, in the order of `warningCodes`. */
export const agreementWarnings = async (comparison: Comparison, { loaders }: Context): Promise<Warning[]> => [
  ...(await warningsWithCitations(comparison, (ids) =>
    Promise.all(ids.map((id) => loaders.citations.load(id, comparison.scope.asKnownAt))),
  )),
];
