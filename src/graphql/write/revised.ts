import type { RevisionModel } from '#postgres/generated/models.ts';
import { builder } from '../builder.ts';
import { Revision } from '../revision/revision.ts';

/** What every mutation that was done answers. */
export interface RevisedView {
  readonly revision: RevisionModel;
  readonly changed: boolean;
}

export const Revised = builder.interfaceRef<RevisedView>('Revised').implement({
  description: 'Result of a write to the ledger. All other fields are shown as known at `revision`.',
  fields: (t) => ({
    revision: t.expose('revision', {
      type: Revision,
      description: 'The revision that was made; the current revision when nothing changed.',
    }),
    changed: t.exposeBoolean('changed', {
      description: 'Whether a revision was made; false when the ledger already had this content.',
    }),
  }),
});
