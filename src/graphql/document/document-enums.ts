import { builder } from '../builder.ts';

export const DocumentKind = builder.enumType('DocumentKind', {
  description: 'Kinds of documents.',
  values: {
    APPLICATION: { description: 'An application for membership.' },
    ARBITRAL_AWARD: { description: 'An award of a tribunal.' },
    COMMUNIQUE: { description: 'The communiqué of a meeting.' },
    CONCLUSIONS: { description: 'The conclusions of a council, such as the European Council.' },
    CONFERENCE_COMMUNIQUE: { description: 'The communiqué of a conference of many states.' },
    COUNTERPART_READOUT: { description: 'A report of a meeting by the other side.' },
    DECLARATION: { description: 'A declaration by one party or body.' },
    DIPLOMATIC_NOTE: { description: 'A note from one state to another or to an organisation.' },
    DIPLOMATIC_RELATIONS: { description: 'The establishment or resumption of diplomatic relations.' },
    DRAFT_TREATY: { description: 'A proposed treaty.' },
    ELECTION: { description: 'An election, known by what is reported of it.' },
    FINAL_ACT: { description: 'The final act of a conference.' },
    GOVERNMENT_DECISION: { description: 'A decision of a government.' },
    JOINT_ARTICLE: { description: 'An article signed by officials of several parties.' },
    JOINT_COMMUNIQUE: { description: 'A communiqué by two or more parties.' },
    JOINT_DECLARATION: { description: 'A declaration by two or more parties.' },
    JOINT_PRESS_CONFERENCE: { description: 'A press conference by two or more parties.' },
    JOINT_READOUT: { description: 'A report of a meeting issued jointly by two or more parties.' },
    JOINT_STATEMENT: { description: 'A statement by two or more parties.' },
    LAW: { description: 'A law or constitution.' },
    LEADER_STATEMENT: { description: 'A statement by a head of state or government.' },
    MEMORANDUM: { description: 'A memorandum of understanding.' },
    MINISTER_STATEMENT: { description: 'A statement by a minister.' },
    NEWS_ARTICLE: { description: 'A report by a news outlet.' },
    PARLIAMENT_VOTE: { description: 'A vote of a parliament.' },
    POLICY_PAPER: { description: 'A strategy, white paper or policy page.' },
    PRESS_STATEMENT: { description: 'A statement by a spokesperson or ministry.' },
    PROCLAMATION: { description: 'A formal proclamation by a state or leader.' },
    RATIFICATION: { description: 'An act of ratification.' },
    SUMMIT_DECLARATION: { description: 'A declaration adopted by a summit.' },
    TRACKER: { description: "A research body's list of positions." },
    TREATY: { description: 'A treaty that was concluded.' },
    UN_RESOLUTION_CONSENSUS: { description: 'A United Nations resolution adopted without a vote.' },
    UN_RESOLUTION_VOTE: { description: 'A United Nations resolution put to a recorded vote.' },
  } as const,
});

export const SignatoryRole = builder.enumType('SignatoryRole', {
  description: 'How a party is bound to a document.',
  values: {
    SIGNED: { description: 'The party signed or issued it.' },
    ADOPTED: { description: 'The party adopted it with others, for example at a summit or conference.' },
    ASSOCIATED: { description: 'The party associated itself with it without being one of its authors.' },
    ACCEDED: { description: 'The party acceded to it later.' },
  } as const,
});

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
