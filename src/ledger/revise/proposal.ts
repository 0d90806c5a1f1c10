import type { LedgerRows, TableName } from '../tables/ledger-rows.ts';

/** Where a row, or one of its fields, was said: `seeds/x.yaml:12:5`, or `input.stances[3].heldFrom`. */
export type Place = (field?: string) => string;

/** A row that somebody proposes, and where. */
export interface Entry<Row> {
  readonly row: Row;
  readonly at: Place;
}

/** What the ledger shall say, table by table. */
export type Proposal = { readonly [Name in TableName]: readonly Entry<LedgerRows[Name]>[] };

/** A proposal that is still being filled. */
export type Draft = { readonly [Name in TableName]: Entry<LedgerRows[Name]>[] };

export const emptyDraft = (): Draft => ({
  verbGuide: [],
  party: [],
  membership: [],
  issue: [],
  document: [],
  signatory: [],
  proposition: [],
  propositionIssue: [],
  stance: [],
  citation: [],
  absence: [],
  passage: [],
  passageParty: [],
  passageStance: [],
});

/** Something that keeps a proposal from being taken: where, what was found there, and what was expected. */
export interface Problem {
  readonly at: string;
  readonly found: string;
  readonly expected: string;
}

/** A problem as one line. */
export const problemLine = ({ at, found, expected }: Problem): string => `${at}  found ${found}, expected ${expected}`;
