import type { ClientBase } from 'pg';
import { atOneMoment } from '#postgres/transaction.ts';
import { breachesOf } from '../rules/check.ts';
import { anyTables, type TableName, tableNames } from '../tables/ledger-rows.ts';
import { type AnyRow, ownerKey, rowContent, rowKey, type Table } from '../tables/table.ts';
import { type LiveLedger, type LiveRow, propositionsOfConcern, readLiveLedger } from './live-ledger.ts';
import type { Difference, Entry, Problem, Proposal, Retractions, TableDifference } from './proposal.ts';

/** A proposal compared with the ledger at revision `base`. Only one without problems can be committed. */
export interface Compared {
  readonly base: number;
  readonly difference: Difference;
  readonly problems: readonly Problem[];
}

export interface CompareOptions {
  /** Who proposes; rows that another source said last are not overwritten. Null: as if everything stood by the same source. */
  readonly source: string | null;
  /** Whether the proposal is all that the source says, so that what is missing from it is retired. */
  readonly complete: boolean;
  /**
   * Keys of rows to retire, with their parts. When given, nothing else is retired: what the proposal does not name stays, parts of its rows
   * too.
   */
  readonly retract?: Retractions;
  /** Not all of the proposal could be read. */
  readonly inPart?: boolean;
}

/** Compares what files propose with what stands and checks it against every rule. Changes nothing. */
export async function compare(client: ClientBase, proposal: Proposal, options: CompareOptions): Promise<Compared> {
  const live = await atOneMoment(client, () => readLiveLedger(client, propositionsOfConcern(proposal), options.source));
  return compareWith(live, proposal, options);
}

/** The same against what was read of the ledger, which has to be all that the proposal concerns. */
export function compareWith(live: LiveLedger, proposed: Proposal, options: CompareOptions): Compared {
  const proposal = restorePartyCase(proposed, live);
  const { difference, conflicts } = differenceOf(proposal, live, options);
  const problems = breachesOf(proposal, live, difference, options.inPart === true);
  return { base: live.revision, difference, problems: [...problems, ...conflicts] };
}

/** A stance's key has its party in lower case; here the parties of passages' stances get back the case that they have in the ledger. */
function restorePartyCase(proposal: Proposal, live: LiveLedger): Proposal {
  const parties = [...live.rows.party, ...proposal.party].map(({ row }) => row.key);
  const byLowerCase = new Map(parties.map((key) => [key.toLowerCase(), key]));
  const passageStance = proposal.passageStance.map(({ row, at }) => ({
    row: { ...row, party: byLowerCase.get(row.party.toLowerCase()) ?? row.party },
    at,
  }));
  return { ...proposal, passageStance };
}

/** Whether nothing has to be written. */
export const changesNothing = ({ difference }: Compared): boolean => Object.keys(difference).length === 0;

/** What has to change so that the ledger says what is proposed; and the conflicts with what other sources said since. */
function differenceOf(proposal: Proposal, live: LiveLedger, options: CompareOptions) {
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
  options: CompareOptions,
  fates: StanceFates,
  problems: Problem[],
): TableDifference {
  const table = anyTables[name];
  const entries = proposal[name] as unknown as readonly Entry<AnyRow>[];
  const standing = new Map(
    (live.rows[name] as unknown as readonly LiveRow<AnyRow>[]).map((row) => [rowKey(table, row.row), row]),
  );
  const change: TableDifference = { add: [], amend: [], retire: [] };
  const own = ({ source }: LiveRow<AnyRow>) => options.source === null || source === options.source;
  const ownedBy = new Set<string>();
  for (const { row, at } of entries) {
    ownedBy.add(ownerKey(table, row));
    const key = rowKey(table, row);
    const before = standing.get(key);
    standing.delete(key);
    const moved = name === 'citation' && fates.has(ownerKey(table, row));
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
  const owners = new Set(options.retract === undefined ? ownersIn(proposal, table, ownedBy) : []);
  for (const [key, row] of standing) {
    if (row.retired) continue;
    const owner = ownerKey(table, row.row);
    const fate = name === 'citation' ? fates.get(owner) : undefined;
    const unsaid = own(row) && (options.complete || owners.has(owner));
    if (unsaid || options.retract?.[name].has(key)) {
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

/** The owners whose parts the proposal says completely: those that it says itself, and those of the parts that it says. */
function ownersIn(proposal: Proposal, { owner }: Table<AnyRow>, ofParts: ReadonlySet<string>): Iterable<string> {
  if (owner === undefined) return [];
  if (owner.isApart) return ofParts;
  const name = owner.table as TableName; // tables own parts of tables
  const entries = proposal[name] as readonly Entry<unknown>[];
  return entries.map(({ row }) => rowKey(anyTables[name], row as AnyRow));
}

const conflict = (at: string, name: TableName, key: string, what: string): Problem => ({
  at,
  found: `${name} ${key} ${what} since`,
  expected: 'the present content of the ledger, or a change by that source',
});
