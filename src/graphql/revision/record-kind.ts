import type { TableName } from '#ledger/tables/ledger-rows.ts';
import { builder } from '../builder.ts';

const kinds = {
  VERB: { value: 'verbGuide', description: 'A verb and how it is read as a position.' },
  PARTY: { value: 'party', description: 'A country or bloc.' },
  MEMBERSHIP: { value: 'membership', description: 'That a party belongs to a bloc for a time.' },
  ISSUE: { value: 'issue', description: 'An issue.' },
  DOCUMENT: { value: 'document', description: 'A document.' },
  SIGNATORY: { value: 'signatory', description: 'That a party put its name to a document.' },
  PROPOSITION: { value: 'proposition', description: 'A proposition.' },
  PROPOSITION_ISSUE: { value: 'propositionIssue', description: 'That a proposition is about an issue.' },
  STANCE: { value: 'stance', description: 'A stance.' },
  CITATION: { value: 'citation', description: 'That a document shows a stance.' },
  ABSENCE: { value: 'absence', description: 'That a party did not take a position which it could take.' },
  PASSAGE: { value: 'passage', description: 'A passage of a document.' },
  PASSAGE_PARTY: { value: 'passageParty', description: 'Whose words a passage is.' },
  PASSAGE_STANCE: { value: 'passageStance', description: 'That a passage shows a stance.' },
} as const satisfies Record<string, { readonly value: TableName; readonly description: string }>;

// A table without a kind does not compile: its changes could not be told.
type Complete = TableName extends (typeof kinds)[keyof typeof kinds]['value'] ? typeof kinds : never;

export const RecordKind = builder.enumType('RecordKind', {
  description: 'What the ledger has records of.',
  values: kinds satisfies Complete,
});
