import type { LiveLedger } from '../revise/live-ledger.ts';
import type { Place, Problem } from '../revise/proposal.ts';
import { type LedgerRows, type TableName, tables } from '../tables/ledger-rows.ts';
import { rowContent, rowKey } from '../tables/table.ts';
import { propose } from './add-row.ts';
import type { Change } from './change.ts';
import { standingRows } from './standing-row.ts';

type PartName = 'membership' | 'signatory' | 'propositionIssue' | 'citation' | 'passageParty' | 'passageStance';

/** The key of a part's owner, which stands in the part itself. */
export type OwnerKey<Name extends TableName> = Partial<LedgerRows[Name]>;

/** The parts that stand of an owner. */
export const partsOf = <Name extends PartName>(
  live: LiveLedger,
  name: Name,
  owner: OwnerKey<Name>,
): LedgerRows[Name][] =>
  standingRows(live, name, (row) =>
    Object.entries(owner).every(([field, value]) => row[field as keyof typeof row] === value),
  );

/** Makes the parts of an owner these and no others. */
export function setParts<Name extends PartName>(
  change: Change,
  live: LiveLedger,
  name: Name,
  owner: OwnerKey<Name>,
  parts: readonly LedgerRows[Name][],
  placeOfPart: (place: number) => Place,
): void {
  const keys = new Set(parts.map((row) => rowKey(tables[name], row)));
  for (const row of partsOf(live, name, owner)) {
    const key = rowKey(tables[name], row);
    if (!keys.has(key)) change.retract[name]?.add(key);
  }
  for (const [place, row] of parts.entries()) {
    propose(change, name, row, placeOfPart(place)(), placeOfPart(place));
  }
}

/** The same for an owner that is added. If it stands already, with other parts, `problem` is what is wrong. */
export function addParts<Name extends PartName>(
  change: Change,
  live: LiveLedger,
  name: Name,
  owner: OwnerKey<Name>,
  parts: readonly LedgerRows[Name][],
  placeOfPart: (place: number) => Place,
  problem: Problem | null,
): void {
  const contents = (rows: readonly LedgerRows[Name][]) => rows.map((row) => rowContent(tables[name], row)).toSorted();
  const differ = contents(partsOf(live, name, owner)).join('\n') !== contents(parts).join('\n');
  if (problem === null || !differ) setParts(change, live, name, owner, parts, placeOfPart);
  else if (!change.problems.includes(problem)) change.problems.push(problem);
}
