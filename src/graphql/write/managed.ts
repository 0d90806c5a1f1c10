import { builder } from '../builder.ts';

/** What every mutation that makes no revision answers when it was done. */
export interface ManagedView {
  readonly changed: boolean;
}

export const Managed = builder.interfaceRef<ManagedView>('Managed').implement({
  description: 'What was done beside the ledger, without a revision.',
  fields: (t) => ({
    changed: t.exposeBoolean('changed', { description: 'Whether anything was changed. False: it was so already.' }),
  }),
});
