import type { Policy as PolicyShape } from '#agreement/policy.ts';
import { defaultPolicy } from '#agreement/policy.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { Measure } from './measure.ts';

const NeutralPolicy = builder.enumType('NeutralPolicy', {
  description: 'How neutral positions are treated.',
  values: {
    KEEP: { description: 'They count as half-way between support and opposition.' },
    EXCLUDE: { description: 'They are excluded, as if no position were known.' },
    COUNT_AS_OPPOSE: {
      description:
        'On roll calls an abstention counts as a vote against; on claims neutral positions count as half-way.',
    },
  } as const,
});

const UnanimousPolicy = builder.enumType('UnanimousPolicy', {
  description:
    'Whether unanimous roll calls count: those in which every country with a recorded position has the same one.',
  values: {
    INCLUDE: { description: 'Unanimous roll calls count.' },
    EXCLUDE: { description: 'Unanimous roll calls do not count. Claims always count.' },
  } as const,
});

export const PolicyInput = builder.inputType('PolicyInput', {
  description:
    'How values are computed. Applied in this order: unanimous roll calls, neutral positions, measure, minimum.',
  fields: (t) => ({
    measure: t.field({ type: Measure, description: 'The measure to compute. Default: AGREEMENT.' }),
    neutral: t.field({ type: NeutralPolicy, description: 'How to treat neutral positions. Default: KEEP.' }),
    unanimousRollCalls: t.field({
      type: UnanimousPolicy,
      description: 'Whether unanimous roll calls count. Default: INCLUDE.',
    }),
    minimumShared: t.int({
      description:
        'Minimum number of propositions that a pair must share to have a value (else BELOW_MINIMUM_SHARED); at least 1. Default: 1.',
    }),
  }),
});

export const Policy = builder.objectRef<PolicyShape>('Policy').implement({
  description: 'How values were computed, with every default filled in.',
  fields: (t) => ({
    measure: t.expose('measure', { type: Measure, description: 'The measure that was computed.' }),
    neutral: t.expose('neutral', { type: NeutralPolicy, description: 'How neutral positions were treated.' }),
    unanimousRollCalls: t.expose('unanimousRollCalls', {
      type: UnanimousPolicy,
      description: 'Whether unanimous roll calls counted.',
    }),
    minimumShared: t.exposeInt('minimumShared', {
      description: 'Minimum number of propositions that a pair had to share to have a value; at least 1.',
    }),
  }),
});

/** The requested policy with defaults; throws BAD_INPUT for a minimum below 1. */
export function policyOf(input: typeof PolicyInput.$inferInput | null | undefined): PolicyShape {
  const minimumShared = input?.minimumShared ?? defaultPolicy.minimumShared;
  if (minimumShared < 1) throw apiError('BAD_INPUT', `minimumShared: found ${minimumShared}, expected at least 1.`);
  return {
    measure: input?.measure ?? defaultPolicy.measure,
    neutral: input?.neutral ?? defaultPolicy.neutral,
    unanimousRollCalls: input?.unanimousRollCalls ?? defaultPolicy.unanimousRollCalls,
    minimumShared,
  };
}
