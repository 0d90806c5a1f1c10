import { type LedgerRows, type TableName, tableNames } from '../tables/ledger-rows.ts';
import type { AnyRow } from '../tables/table.ts';

// A write in three words: a proposal is what the ledger shall say, the difference is what that changes of what stands, and a revision is the
// difference as it was committed.

/** Where a row, or one of its fields, was said: `seeds/x.yaml:12:5`, or `input.stances[3].heldFrom`. */
export type Place = (field?: string) => string;

/** A row that somebody proposes, and where. */
export interface Entry<Row> {
  readonly row: Row;
  readonly at: Place;
}

/** What the ledger shall say, table by table. The parts of a row (citations of a stance, signatories of a document) come with it. */
export type Proposal = { readonly [Name in TableName]: Entry<LedgerRows[Name]>[] };

/** By table, the keys of rows that shall no longer stand. */
export type Retractions = { readonly [Name in TableName]: Set<string> };

/** Something that keeps a proposal from being taken: where, what was found there, and what was expected. */
export interface Problem {
  readonly at: string;
  readonly found: string;
  readonly expected: string;
}

/** A problem as one line. */
export const problemLine = ({ at, found, expected }: Problem): string => `${at}  found ${found}, expected ${expected}`;

/** What a revision does to one table. */
export interface TableDifference {
  readonly add: AnyRow[];
  /** Catalogue rows whose texts change, or that come back. */
  readonly amend: AnyRow[];
  readonly retire: number[];
}

/** What a revision does to the ledger; nothing at all where a table is missing. */
export type Difference = Partial<Record<TableName, TableDifference>>;

const perTable = <Content>(content: () => Content) => Object.fromEntries(tableNames.map((name) => [name, content()]));

export const emptyProposal = () => perTable(() => []) as unknown as Proposal; // an empty list fits every table

/** What a change proposes, worked out against what stands; places are paths into the input. */
export interface Proposed {
  readonly proposal: Proposal;
  readonly retract: Retractions;
  /** What keeps it from being worked out. */
  readonly problems: Problem[];
}

export const nothingProposed = (): Proposed => ({
  proposal: emptyProposal(),
  retract: perTable(() => new Set<string>()) as Retractions, // one for each name
  problems: [],
});
