import { builder } from '../builder.ts';

export const PropositionKind = builder.enumType('PropositionKind', {
  description: 'What a proposition is.',
  values: {
    CLAIM: {
      description: 'A sentence of the ledger, on which positions come from statements, signatures, treaties and votes.',
    },
    ROLL_CALL: { description: 'A text that was voted on by name; positions are the votes.' },
  } as const,
});
