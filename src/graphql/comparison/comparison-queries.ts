import { defaultPolicy, type Policy } from '#agreement/policy.ts';
import { agreementMatrix } from '#comparison/agreement-matrix.ts';
import { rememberedComparison } from '#comparison/comparison.ts';
import { partyOf } from '#comparison/party-by-name.ts';
import { resolveScope } from '#comparison/scope.ts';
import { allCountries, speakingParties } from '#comparison/speaking-parties.ts';
import type { Party } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { Agreement, agreementOfComparison } from '../agreement/agreement.ts';
import { AgreementMatrix } from '../agreement/agreement-matrix.ts';
import { derivationOf } from '../agreement/derivation-policy.ts';
import { PolicyInput } from '../agreement/policy.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { derivingPoints } from '../cost/bloc-points.ts';
import { cost } from '../cost/field-cost.ts';
import { cellPoints, compared, pairPoints } from '../cost/points.ts';
import { ScopeInput } from '../scope/scope.ts';
import { Comparison } from './comparison.ts';

export const compareArgs = builder.args((t) => ({
  scope: t.field({
    type: ScopeInput,
    description: 'The propositions, stances and time to compare. Default: all claims, today.',
  }),
  policy: t.field({
    type: PolicyInput,
    description: 'How values are computed. Default: the measure AGREEMENT over all positions.',
  }),
}));

export const partiesDescription =
  '1 to 250 parties without duplicates, such as `["CN", "RU"]`: their keys, or other codes and names of one party alone, such as `USA`.';

/** Cost of a value over every pair of the parties compared. */
const numberCost = cost({
  points(args, around) {
    const size = compared(args, around);
    return cellPoints(size) + derivingPoints({ ...around, ...size }) + pairPoints(size);
  },
  around: compared,
});

builder.queryField('comparison', (t) =>
  t.field({
    type: Comparison,
    nullable: true,
    description:
      'Compares parties side by side. A bloc is compared by the stances recorded for the bloc itself; where it has none, by what its members of that day hold (`policy.blocs`). What names no party, or several, is an error (UNKNOWN_PARTY).',
    args: { parties: t.arg.stringList({ required: true, description: partiesDescription }), ...compareArgs },
    extensions: cost({
      points(args, around) {
        const size = compared(args, around);
        return cellPoints(size) + derivingPoints({ ...around, ...size });
      },
      around: compared,
    }),
    resolve: (_root, args, context) => compareAs(args.parties, args, context),
  }),
);

builder.queryField('agreement', (t) =>
  t.field({
    type: Agreement,
    nullable: true,
    description: 'How far parties agree, as one value with its evidence.',
    args: { parties: t.arg.stringList({ required: true, description: partiesDescription }), ...compareArgs },
    extensions: numberCost,
    resolve: (_root, args, context) => agreementOfComparison(compareAs(args.parties, args, context)),
  }),
);

builder.queryField('agreementMatrix', (t) =>
  t.field({
    type: AgreementMatrix,
    nullable: true,
    description: 'The agreement of every party with every other.',
    args: {
      parties: t.arg.stringList({
        description:
          '1 to 250 parties without duplicates: their keys, or other codes and names. Default: all countries that hold a position in scope, by key.',
      }),
      ...compareArgs,
    },
    extensions: numberCost,
    resolve(_root, args, context) {
      const comparison = compareAs(args.parties ?? null, args, context);
      return agreementMatrix(args.parties ? comparison : speakingParties(comparison));
    },
  }),
);

const MOST_PARTIES = 250;

export interface CompareArguments {
  readonly scope?: typeof ScopeInput.$inferInput | null | undefined;
  readonly policy?: typeof PolicyInput.$inferInput | null | undefined;
}

/**
 * The parties that keys, other codes or names mean to a ledger; throws BAD_INPUT unless there are 1 to 250 different ones, UNKNOWN_PARTY for a text that
 * means none or several.
 */
function partiesOf(texts: readonly string[], ledger: Snapshot): Party[] {
  if (texts.length < 1 || texts.length > MOST_PARTIES) {
    throw apiError('BAD_INPUT', `parties: found ${texts.length}, expected 1 to ${MOST_PARTIES}.`);
  }
  const writtenAs = new Map<Party, string>();
  for (const text of texts) {
    const party = partyOf(ledger, text);
    const before = writtenAs.get(party);
    if (before !== undefined) throw twice(before, text);
    writtenAs.set(party, text);
  }
  return [...writtenAs.keys()];
}

function twice(before: string, text: string) {
  const found = before === text ? `"${text}" twice` : `"${before}" and "${text}", which are one party`;
  return apiError('BAD_INPUT', `parties: found ${found}, expected each party once.`);
}

/** The requested policy with defaults; throws BAD_INPUT for a minimum below 1 or a coverage that is no share. */
export function policyOf(input: typeof PolicyInput.$inferInput | null | undefined): Policy {
  const minimumShared = input?.minimumShared ?? defaultPolicy.minimumShared;
  if (minimumShared < 1) throw apiError('BAD_INPUT', `minimumShared: found ${minimumShared}, expected at least 1.`);
  return {
    measure: input?.measure ?? defaultPolicy.measure,
    neutral: input?.neutral ?? defaultPolicy.neutral,
    unanimousRollCalls: input?.unanimousRollCalls ?? defaultPolicy.unanimousRollCalls,
    minimumShared,
    blocs: input?.blocs ?? defaultPolicy.blocs,
    derivation: derivationOf(input?.derivation),
  };
}

/** Compares the parties in the arguments; without keys, all countries. Keys are looked up at the scope's revision. */
export function compareAs(keys: readonly string[] | null, { scope, policy }: CompareArguments, context: Context) {
  const resolved = resolveScope(context.snapshot, scope ?? {}, context);
  const ledger = snapshotAt(context.snapshot, resolved.asKnownAt);
  const parties = keys === null ? allCountries(ledger) : partiesOf(keys, ledger);
  return rememberedComparison(context.snapshot, parties, resolved, policyOf(policy));
}
