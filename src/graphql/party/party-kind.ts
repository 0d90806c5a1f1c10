import { builder } from '../builder.ts';

export const PartyKind = builder.enumType('PartyKind', {
  description: 'Kinds of parties.',
  values: {
    COUNTRY: { description: 'A present or former state.' },
    BLOC: { description: 'A group of countries with dated membership.' },
  } as const,
});
