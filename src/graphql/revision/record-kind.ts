import type { TableName } from '#ledger/tables/ledger-rows.ts';
import { builder } from '../builder.ts';

const kinds = {
  SOURCE: { value: 'source', description: 'A source of records: its title, licence and citation.' },
  VERB: { value: 'verbGuide', description: 'A diplomatic verb and the position that it is read as.' },
  PARTY: { value: 'party', description: 'A country, bloc, person or group.' },
  MEMBERSHIP: { value: 'membership', description: 'The membership of a party in a bloc or group for a period.' },
  ISSUE: { value: 'issue', description: 'An issue, such as `taiwan`.' },
  DOCUMENT: { value: 'document', description: 'A document, such as a joint statement.' },
  SIGNATORY: { value: 'signatory', description: 'A party that signed, adopted or acceded to a document.' },
  PROPOSITION: { value: 'proposition', description: 'A proposition: a claim or a roll call.' },
  PROPOSITION_ISSUE: {
    value: 'propositionIssue',
    description: 'The link from a proposition to an issue that it is about.',
  },
  DEED: { value: 'deed', description: 'The link from a claim to a vote that says the same, or the contrary.' },
  STANCE: { value: 'stance', description: "A stance: a party's position on a proposition." },
  CITATION: { value: 'citation', description: 'A citation: the link from a stance to a document that shows it.' },
  ABSENCE: {
    value: 'absence',
    description: 'The recorded absence of a party that could have taken a position, such as in a roll call.',
  },
  DIFFERENCE: {
    value: 'difference',
    description: 'What a source says of a vote that another source recorded otherwise.',
  },
  PASSAGE: { value: 'passage', description: 'A passage: what a document says in one paragraph or section.' },
  PASSAGE_PARTY: { value: 'passageParty', description: 'The link from a passage to a party whose words it reports.' },
  PASSAGE_STANCE: { value: 'passageStance', description: 'The link from a passage to a stance that it shows.' },
} as const satisfies Record<string, { readonly value: TableName; readonly description: string }>;

// A table without a kind does not compile, because its changes could not be reported.
type Complete = TableName extends (typeof kinds)[keyof typeof kinds]['value'] ? typeof kinds : never;

export const RecordKind = builder.enumType('RecordKind', {
  description: 'The kinds of records in the ledger.',
  values: kinds satisfies Complete,
});
