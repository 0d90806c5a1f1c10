import { builder } from '../builder.ts';

export const PropositionKind = builder.enumType('PropositionKind', {
  description: 'Kinds of propositions.',
  values: {
    CLAIM: {
      description:
        'A sentence written by the curators; positions come from statements, signatures, treaties and votes.',
    },
    ROLL_CALL: { description: 'A text put to a recorded vote; positions are the votes.' },
  } as const,
});
