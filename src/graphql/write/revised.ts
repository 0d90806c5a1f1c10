import type { RevisionModel } from '#postgres/generated/models.ts';
import { builder } from '../builder.ts';
import { Revision } from '../revision/revision.ts';

/** What every mutation that was done answers. */
export interface RevisedView {
  readonly revision: RevisionModel;
  readonly changed: boolean;
}

export const Revised = builder.interfaceRef<RevisedView>('Revised').implement({
  description: 'What was done. Everything beside it is shown as of its revision.',
  fields: (t) => ({
    revision: t.expose('revision', {
      type: Revision,
      description: 'The one revision that was made; the present one if nothing had to be changed.',
    }),
    changed: t.exposeBoolean('changed', {
      description: 'Whether a revision was made. False: the ledger said all of this already.',
    }),
  }),
});
