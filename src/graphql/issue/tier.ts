import { builder } from '../builder.ts';

export const Tier = builder.enumType('Tier', {
  description: 'How closely a record was curated.',
  values: {
    CORE: { description: 'Main issues: curated statements and the votes that mark a change.' },
    EXTENDED: { description: 'Bulk data: roll calls, consensus texts, treaty principles and optional issues.' },
  } as const,
});
