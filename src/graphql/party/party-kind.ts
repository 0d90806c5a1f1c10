import { builder } from '../builder.ts';

export const PartyKind = builder.enumType('PartyKind', {
  description: 'Kinds of parties.',
  values: {
    COUNTRY: { description: 'A present or former state.' },
    BLOC: { description: 'A group of countries with dated membership.' },
    PERSON: { description: 'A person who votes or speaks for themselves, such as a member of a parliament.' },
    GROUP: {
      description: 'A group of persons with dated membership, such as a party or political group in a parliament.',
    },
  } as const,
});
