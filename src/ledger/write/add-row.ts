import type { LiveLedger } from '../revise/live-ledger.ts';
import type { Entry, Problem } from '../revise/proposal.ts';
import { type LedgerRows, type TableName, tables } from '../tables/ledger-rows.ts';
import { rowContent, rowKey } from '../tables/table.ts';
import type { Change } from './change.ts';
import { placeAt } from './place.ts';
import { standingRow } from './standing-row.ts';

/**
 * Adds a row to a change. One that stands already and says the same changes nothing; one that says something else is a problem, because to
 * change it is another act: `instead` names the mutation. Gives what is wrong if the parts of a row that stands turn out to differ; null when
 * none stands.
 */
export function addRow<Name extends TableName>(
  change: Change,
  live: LiveLedger,
  name: Name,
  row: LedgerRows[Name],
  at: string,
  instead: string,
): Problem | null {
  const table = tables[name];
  const standing = standingRow(live, name, rowKey(table, row));
  const problem = standing === null ? null : standsAlready(name, rowKey(table, row), at, instead);
  if (standing !== null && problem !== null && rowContent(table, standing) !== rowContent(table, row)) {
    change.problems.push(problem);
    return null;
  }
  propose(change, name, row, at);
  return problem;
}

/** Puts a row into a change, whatever stands. */
export function propose<Name extends TableName>(
  { draft }: Change,
  name: Name,
  row: LedgerRows[Name],
  at: string,
  place = placeAt(at),
): void {
  (draft[name] as Entry<LedgerRows[Name]>[]).push({ row, at: place }); // rows and drafts of one name are of one type
}

export const standsAlready = (name: TableName, key: string, at: string, instead: string): Problem => ({
  at,
  found: `${name} ${key}, which already exists with different content`,
  expected: `a new key, or ${instead}`,
});
