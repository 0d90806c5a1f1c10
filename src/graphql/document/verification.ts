import { builder } from '../builder.ts';

export const Verification = builder.enumType('Verification', {
  description: 'Whether somebody read a page that carries or reports the content.',
  values: {
    VERIFIED: {
      description: 'A page that carries or reports the content was read: an excerpt, rarely the whole document.',
    },
    PARTLY_VERIFIED: { description: 'The page confirms a part, for example the year; the rest is from knowledge.' },
    FROM_KNOWLEDGE: { description: 'Not checked against a page.' },
  } as const,
});
