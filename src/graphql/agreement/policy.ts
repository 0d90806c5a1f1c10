import type { Policy as PolicyShape } from '#agreement/policy.ts';
import { defaultPolicy } from '#agreement/policy.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { Measure } from './measure.ts';

const NeutralPolicy = builder.enumType('NeutralPolicy', {
  description: 'What becomes of neutral positions.',
  values: {
    KEEP: { description: 'They count as half way.' },
    EXCLUDE: { description: 'They are left out, as if no position were known.' },
    COUNT_AS_OPPOSE: {
      description:
        'On roll calls an abstention counts as a vote against; on claims neutral positions count as half way.',
    },
  } as const,
});

const UnanimousPolicy = builder.enumType('UnanimousPolicy', {
  description:
    'Whether unanimous roll calls count: those on which every country with a recorded position has the same one.',
  values: { INCLUDE: { description: 'They do.' }, EXCLUDE: { description: 'They do not. Claims always do.' } } as const,
});

export const PolicyInput = builder.inputType('PolicyInput', {
  description: 'How a number is made. Applied in this order: unanimous roll calls, neutrals, measure, minimum.',
  fields: (t) => ({
    measure: t.field({ type: Measure, description: 'Default: AGREEMENT.' }),
    neutral: t.field({ type: NeutralPolicy, description: 'Default: KEEP.' }),
    unanimousRollCalls: t.field({ type: UnanimousPolicy, description: 'Default: INCLUDE.' }),
    minimumShared: t.int({
      description: 'A pair that shares fewer propositions has no value (BELOW_MINIMUM_SHARED); from 1, default 1.',
    }),
  }),
});

export const Policy = builder.objectRef<PolicyShape>('Policy').implement({
  description: 'How a number was made, with every default filled in.',
  fields: (t) => ({
    measure: t.expose('measure', { type: Measure, description: 'The measure.' }),
    neutral: t.expose('neutral', { type: NeutralPolicy, description: 'What became of neutral positions.' }),
    unanimousRollCalls: t.expose('unanimousRollCalls', {
      type: UnanimousPolicy,
      description: 'Whether unanimous roll calls counted.',
    }),
    minimumShared: t.exposeInt('minimumShared', { description: 'How many propositions a pair had to share.' }),
  }),
});

/** The policy that is asked for; throws BAD_INPUT for a minimum below 1. */
export function policyOf(input: typeof PolicyInput.$inferInput | null | undefined): PolicyShape {
  const minimumShared = input?.minimumShared ?? defaultPolicy.minimumShared;
  if (minimumShared < 1)
    throw apiError('BAD_INPUT', `minimumShared: found ${minimumShared}, expected a number from 1.`);
  return {
    measure: input?.measure ?? defaultPolicy.measure,
    neutral: input?.neutral ?? defaultPolicy.neutral,
    unanimousRollCalls: input?.unanimousRollCalls ?? defaultPolicy.unanimousRollCalls,
    minimumShared,
  };
}
