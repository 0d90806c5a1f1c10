import type { ShareOf as ShareOfName } from '#agreement/ground/common-ground.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';

export const ShareOf = builder.enumType('ShareOf', {
  description: 'Of which parties a share is.',
  values: {
    ALL: { description: 'Of all the parties: those that hold no position count against it.' },
    HOLDERS: {
      description: 'Of the parties that hold a position that counts. See `minimumHolders`: one of one is a share of 1.',
    },
  } as const satisfies Record<ShareOfName, unknown>,
});

/** A number of parties that must hold a position. Throws BAD_INPUT for one below 1. */
export function holdersAsked(minimumHolders: number): number {
  if (minimumHolders >= 1) return minimumHolders;
  throw apiError('BAD_INPUT', `minimumHolders: found ${minimumHolders}, expected at least 1.`);
}
