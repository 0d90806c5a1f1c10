import { builder } from '../builder.ts';

export const Tier = builder.enumType('Tier', {
  description: 'How closely the ledger was curated there.',
  values: {
    CORE: { description: 'The main issues: curated statements and the votes that mark a change.' },
    EXTENDED: { description: 'Bulk: roll calls, consensus texts, treaty principles and optional issues.' },
  } as const,
});
