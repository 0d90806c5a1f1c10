import type { PositionsKnown } from '#comparison/coverage/positions-known.ts';
import { Policy } from '../agreement/policy.ts';
import { Scope } from '../scope/scope.ts';

/** The fields that say what an answer about what is known was computed from. */
export const knownFrom = {
  scope: {
    type: Scope,
    description: 'The propositions, stances and time looked at, with defaults filled in.',
    resolve: ({ scope }: PositionsKnown) => scope,
  },
  policy: {
    type: Policy,
    description: 'Which positions count, with defaults filled in.',
    resolve: ({ policy }: PositionsKnown) => policy,
  },
  revision: {
    description: 'The ledger revision that the response was computed from.',
    resolve: ({ snapshot }: PositionsKnown) => snapshot.revision,
  },
} as const;
