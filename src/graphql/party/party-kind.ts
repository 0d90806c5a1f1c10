import { builder } from '../builder.ts';

export const PartyKind = builder.enumType('PartyKind', {
  description: 'What a party is.',
  values: {
    COUNTRY: { description: 'A state, now or formerly.' },
    BLOC: { description: 'A group of countries with dated membership.' },
  } as const,
});
