import { stanceOf } from '#comparison/stance-of-key.ts';
import type { StanceKey } from '#ledger/stance-key.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Revised, type RevisedView } from '../write/results.ts';
import { Stance } from './stance.ts';
import { StanceView } from './stance-view.ts';

export const StancesRevised = builder
  .objectRef<RevisedView & { readonly stances: readonly StanceView[] }>('StancesRevised')
  .implement({
    description: 'Result: the stances were recorded, corrected or retracted, or already had this content.',
    interfaces: [Revised],
    fields: (t) => ({
      stances: t.field({
        type: [Stance],
        description:
          'The stances named in the input, in the same order, as known at `revision`; retracted ones as they were last known.',
        resolve: ({ stances }) => [...stances],
      }),
    }),
  });

/** The stances of keys as known at a revision, those that there are. */
export const viewsOf = (keys: readonly StanceKey[], revision: number, { snapshot }: Context): StanceView[] =>
  keys.flatMap((key) => {
    const stanceRow = stanceOf(snapshot, key, revision);
    return stanceRow === null ? [] : [new StanceView(snapshot, stanceRow, revision)];
  });
