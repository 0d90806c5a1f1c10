import { builder } from '../builder.ts';

export const Verification = builder.enumType('Verification', {
  description: 'Whether a curator read a page that carries or reports the content.',
  values: {
    VERIFIED: {
      description:
        'A page that carries or reports the content was read: usually an excerpt, rarely the whole document.',
    },
    PARTLY_VERIFIED: {
      description: 'A page confirms a part, for example the year; the rest is from general knowledge.',
    },
    FROM_KNOWLEDGE: { description: 'From general knowledge; not checked against a page.' },
  } as const,
});
