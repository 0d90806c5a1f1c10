import { builder } from '../builder.ts';

/** What every mutation that makes no revision answers when it was done. */
export interface ManagedView {
  readonly changed: boolean;
}

export const Managed = builder.interfaceRef<ManagedView>('Managed').implement({
  description: 'Result of a change that is not part of the ledger and makes no revision.',
  fields: (t) => ({
    changed: t.exposeBoolean('changed', {
      description: 'Whether anything changed; false when everything already was as requested.',
    }),
  }),
});
