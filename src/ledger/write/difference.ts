import type { ClientBase } from 'pg';
import { atOneMoment } from '#postgres/transaction.ts';
import { breachesOf } from '../rules/check.ts';
import { anyTables, type TableName, tableNames } from '../tables/ledger-rows.ts';
import { type AnyRow, ownerKey, rowContent, rowKey, type Table } from '../tables/table.ts';
import { type FirstChanges, firstChanges } from './first-changes.ts';
import {
  type Difference,
  type Entry,
  type LiveLedger,
  type LiveRow,
  type Problem,
  type Proposal,
  propositionsOfConcern,
  type Retractions,
  readLiveLedger,
  type TableDifference,
} from './proposal.ts';

/** A proposal compared with the ledger at revision `base`. Only one without problems can be committed. */
export interface Compared {
  readonly base: number;
  readonly difference: Difference;
  readonly problems: readonly Problem[];
  /** What becomes of the rows that the proposing source holds. */
  readonly holdings: Holdings;
  /** The first row of each change, by table. */
  readonly first: () => FirstChanges;
}

/** What becomes of the rows of a table that the proposing source holds, in numbers of rows. */
export interface Holding {
  /** How many it holds. */
  readonly held: number;
  /** Of these, how many are retired without another one in their place. */
  lost: number;
  /** Of these, how many the proposal lacks and that stay, as the proposal is not complete. */
  kept: number;
}

export type Holdings = { readonly [Name in TableName]: Holding };

export interface CompareOptions {
  /** Who proposes; rows that another source said last are not overwritten. Null: as if everything stood by the same source. */
  readonly source: string | null;
  /** Whether the proposal is all that the source says, so that what is missing from it is retired. Otherwise it adds and corrects. */
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
  const { difference, holdings, conflicts } = differenceOf(proposal, live, options);
  const problems = breachesOf(proposal, live, difference, options.inPart === true);
  const first = () => firstChanges(difference, live);
  return { base: live.revision, difference, problems: [...problems, ...conflicts], holdings, first };
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
  const holdings: Partial<Record<TableName, Holding>> = {};
  for (const name of tableNames) {
    const { change, holding } = compareTable(name, proposal, live, options, fates, problems);
    holdings[name] = holding;
    if (change.add.length + change.amend.length + change.retire.length > 0) difference[name] = change;
  }
  return { difference, holdings: holdings as Holdings, conflicts: problems };
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
): { readonly change: TableDifference; readonly holding: Holding } {
  const table = anyTables[name];
  const entries = proposal[name] as unknown as readonly Entry<AnyRow>[];
  const standing = new Map(
    (live.rows[name] as unknown as readonly LiveRow<AnyRow>[]).map((row) => [rowKey(table, row.row), row]),
  );
  const change: TableDifference = { add: [], amend: [], retire: [] };
  const own = ({ source }: LiveRow<AnyRow>) => options.source === null || source === options.source;
  const isHeld = (row: LiveRow<AnyRow>) => !row.retired && own(row);
  const holding: Holding = { held: [...standing.values()].filter(isHeld).length, lost: 0, kept: 0 };
  for (const { row, at } of entries) {
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
  const corrected = options.retract === undefined ? subjectsIn(name, table, proposal) : new Set<string>();
  for (const [key, row] of standing) {
    if (row.retired) continue;
    const fate = name === 'citation' ? fates.get(ownerKey(table, row.row)) : undefined;
    const unsaid = own(row) && (options.complete || corrected.has(subjectOf(table, row.row)));
    if (unsaid || options.retract?.[name].has(key)) {
      change.retire.push(row.id);
      if (own(row) && !isReplaced(name, table, row.row, corrected)) holding.lost++;
      if (name === 'stance') fates.set(key, 'RETIRED');
    } else if (fate !== undefined) {
      // A citation that the proposal does not name goes where its stance goes.
      change.retire.push(row.id);
      if (fate === 'REPLACED') change.add.push(row.row);
    } else if (own(row)) holding.kept++;
  }
  return { change, holding };
}

const subjectOf = (table: Table<AnyRow>, row: AnyRow): string =>
  (table.subject ?? []).map((field) => String(row[field])).join(' | ');

/** The subjects of which the proposal says all that there is: a row of the same subject that it does not name is one that it corrects. */
function subjectsIn(name: TableName, table: Table<AnyRow>, proposal: Proposal): ReadonlySet<string> {
  if (table.subject === undefined) return new Set();
  // A stance is proposed with all its citations, or with none.
  const entries = [...proposal[name], ...(name === 'citation' ? proposal.stance : [])];
  return new Set(entries.map(({ row }) => subjectOf(table, row as unknown as AnyRow))); // rows are compared by their declared fields alone
}

/** Whether the proposal has another row in the place of one that it retires: one of several citations can go without. */
const isReplaced = (name: TableName, table: Table<AnyRow>, row: AnyRow, corrected: ReadonlySet<string>): boolean =>
  name !== 'citation' && table.subject !== undefined && corrected.has(subjectOf(table, row));

const conflict = (at: string, name: TableName, key: string, what: string): Problem => ({
  at,
  found: `${name} ${key} ${what} since`,
  expected: 'the present content of the ledger, or a change by that source',
});
