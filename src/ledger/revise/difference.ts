import { type LedgerRows, type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import { type AnyRow, rowContent, rowKey, type Table } from '../tables/table.ts';
import type { LiveLedger, LiveRow } from './live-ledger.ts';
import type { Entry, Problem, Proposal } from './proposal.ts';

/** What a revision does to one table. */
export interface TableChange {
  readonly add: AnyRow[];
  /** Catalogue rows whose texts change, or that come back. */
  readonly amend: AnyRow[];
  readonly retire: number[];
}

/** What a revision does to the ledger; nothing at all where a table is missing. */
export type Difference = Partial<Record<TableName, TableChange>>;

export interface ComparisonOptions {
  /** Who proposes; rows that another source said last are not overwritten. Null: as if everything stood by the same source. */
  readonly source: string | null;
  /** Whether the proposal is all that the source says, so that what is missing from it is retired. */
  readonly complete: boolean;
  /**
   * Keys of rows to retire, with their parts. When given, nothing else is retired: what the proposal does not name stays, parts of its rows
   * too.
   */
  readonly retract?: Retractions;
}

/** By table, the keys of rows that shall no longer stand. */
export type Retractions = { readonly [Name in TableName]?: ReadonlySet<string> };

/** What has to change so that the ledger says what is proposed; and the conflicts with what other sources said since. */
export function differenceOf(proposal: Proposal, live: LiveLedger, options: ComparisonOptions) {
  const difference: Difference = {};
  const problems: Problem[] = [];
  const fates: StanceFates = new Map();
  for (const name of tableNames) {
    const change = compareTable(name, proposal, live, options, fates, problems);
    if (change.add.length + change.amend.length + change.retire.length > 0) difference[name] = change;
  }
  return { difference, conflicts: problems };
}

/** Stances, by key, that get a new version or none. */
type StanceFates = Map<string, 'REPLACED' | 'RETIRED'>;

function compareTable(
  name: TableName,
  proposal: Proposal,
  live: LiveLedger,
  options: ComparisonOptions,
  fates: StanceFates,
  problems: Problem[],
): TableChange {
  const table = tables[name] as unknown as Table<AnyRow>; // rows are compared by their declared fields alone
  const entries = proposal[name] as unknown as readonly Entry<AnyRow>[];
  const standing = new Map(
    (live.rows[name] as unknown as readonly LiveRow<AnyRow>[]).map((row) => [rowKey(table, row.row), row]),
  );
  const change: TableChange = { add: [], amend: [], retire: [] };
  const own = ({ source }: LiveRow<AnyRow>) => options.source === null || source === options.source;
  const ownerKey = (row: AnyRow) => table.owner?.key.map((field) => String(row[field])).join(' | ') ?? '';
  const ownedBy = new Set<string>();
  for (const { row, at } of entries) {
    ownedBy.add(ownerKey(row));
    const key = rowKey(table, row);
    const before = standing.get(key);
    standing.delete(key);
    const moved = name === 'citation' && fates.has(ownerKey(row));
    const same = before !== undefined && !before.retired && rowContent(table, row) === rowContent(table, before.row);
    if (same && !moved) continue;
    const taker = before === undefined ? live.taken[name]?.get(key) : undefined;
    if (taker !== undefined) problems.push(conflict(at(), name, key, `retired by ${taker}`));
    else if (before === undefined) change.add.push(row);
    else if (!same && !own(before)) problems.push(conflict(at(), name, key, `changed by ${before.source}`));
    else if (table.catalogue) change.amend.push(row);
    else {
      change.retire.push(before.id);
      change.add.push(row);
      if (name === 'stance') fates.set(key, 'REPLACED');
    }
  }
  const owners = new Set(
    table.owner === undefined || options.retract !== undefined
      ? []
      : ownersIn(proposal, table.owner.table as TableName, name, ownedBy),
  );
  for (const [key, row] of standing) {
    if (row.retired) continue;
    const owner = ownerKey(row.row);
    const fate = name === 'citation' ? fates.get(owner) : undefined;
    const unsaid = own(row) && (options.complete || owners.has(owner));
    if (unsaid || options.retract?.[name]?.has(key)) {
      change.retire.push(row.id);
      if (name === 'stance') fates.set(key, 'RETIRED');
    } else if (fate !== undefined) {
      // A citation that the proposal does not name goes where its stance goes.
      change.retire.push(row.id);
      if (fate === 'REPLACED') change.add.push(row.row);
    }
  }
  return change;
}

/** The owners whose parts the proposal says completely: those that it says themselves, and those of the parts that it says. */
function ownersIn(
  proposal: Proposal,
  owner: TableName,
  part: TableName,
  ofParts: ReadonlySet<string>,
): Iterable<string> {
  if (part === 'membership') return ofParts; // a bloc may be named without its members
  const table = tables[owner] as unknown as Table<AnyRow>;
  const entries = proposal[owner] as readonly Entry<LedgerRows[typeof owner]>[];
  return entries.map(({ row }) => rowKey(table, row as unknown as AnyRow));
}

const conflict = (at: string, name: TableName, key: string, what: string): Problem => ({
  at,
  found: `${name} ${key} ${what} since`,
  expected: 'the present content of the ledger, or a change by that source',
});
