import type { Comparison } from '#comparison/comparison.ts';
import { Policy } from '../agreement/policy.ts';
import { Scope } from '../scope/scope.ts';

interface OfComparison {
  readonly comparison: Comparison;
}

/** The fields that say what an answer about groups was computed from. */
export const lookedAt = {
  scope: {
    type: Scope,
    description: 'The propositions, stances and time looked at, with defaults filled in.',
    resolve: ({ comparison }: OfComparison) => comparison.scope,
  },
  policy: {
    type: Policy,
    description: 'Which positions count, with defaults filled in. The measure and `minimumShared` do not matter here.',
    resolve: ({ comparison }: OfComparison) => comparison.policy,
  },
  revision: {
    description: 'The ledger revision that the response was computed from.',
    resolve: ({ comparison }: OfComparison) => comparison.snapshot.revision,
  },
} as const;
