import type { ClientBase } from 'pg';
import { anyTables, type LedgerRows, type TableName, tableNames } from '../tables/ledger-rows.ts';
import { type AnyRow, rowKey, type Table } from '../tables/table.ts';
import { type SelectedRow, selectSql, selectTakenSql } from '../tables/table-sql.ts';

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

/** A row that stands in the ledger. `retired` can be true for a catalogue row alone. */
export interface LiveRow<Row> {
  readonly id: number;
  readonly row: Row;
  /** Who said so last. */
  readonly source: string;
  readonly retired: boolean;
}

/** What stands in the ledger, as far as a proposal has to be compared with it, at revision `revision`. */
export type LiveRows = { readonly [Name in TableName]: readonly LiveRow<LedgerRows[Name]>[] };

export interface LiveLedger {
  readonly revision: number;
  readonly rows: LiveRows;
  /** What the source itself said last and another one has retired: by table and key, the source that did. Not of a catalogue. */
  readonly taken: { readonly [Name in TableName]?: ReadonlyMap<string, string> };
}

/** Tables that can be large; of these only what concerns the proposal is read. */
const large: ReadonlySet<TableName> = new Set(['stance', 'citation', 'absence', 'difference']);

const ofConcern = '"ref_proposition".key = ANY($1::text[]) OR revision.source = $2';
// What others added to a stance of this source goes where the stance goes.
const ofOwnStance = '(SELECT source FROM revision WHERE number = stance.added_in) = $2';

/** The propositions whose stances have to be read to compare a proposal. */
export const propositionsOfConcern = (proposal: Proposal): Set<string> =>
  new Set([...proposal.stance, ...proposal.absence, ...proposal.passageStance].map(({ row }) => row.proposition));

/**
 * Reads what stands now: all of the catalogue, and the stances on the propositions of concern or said by the source that proposes; null: by
 * none.
 */
export async function readLiveLedger(
  client: ClientBase,
  propositions: Iterable<string>,
  source: string | null,
): Promise<LiveLedger> {
  const counter = await client.query<{ last: number }>('SELECT last FROM revision_counter');
  const concerned = [...propositions];
  const rows: Partial<Record<TableName, SelectedRow[]>> = {};
  const taken: Partial<Record<TableName, Map<string, string>>> = {};
  for (const name of tableNames) {
    const table = anyTables[name];
    const condition = name === 'citation' ? `${ofConcern} OR ${ofOwnStance}` : ofConcern;
    const result = large.has(name)
      ? await client.query<SelectedRow>(selectSql(table, condition), [concerned, source])
      : await client.query<SelectedRow>(selectSql(table));
    rows[name] = result.rows;
    if (source !== null && !table.catalogue) taken[name] = await readTaken(client, table, source);
  }
  return { revision: counter.rows[0]?.last ?? 0, rows: rows as unknown as LiveRows, taken }; // selectSql gives the fields that Table declares
}

async function readTaken(client: ClientBase, table: Table<AnyRow>, source: string): Promise<Map<string, string>> {
  const { rows } = await client.query<SelectedRow>(selectTakenSql(table), [source]);
  // Of several versions the last one decides.
  const last = new Map(rows.map((row) => [rowKey(table, row.row), row.source]));
  return new Map([...last].filter(([, by]) => by !== source));
}
