import { expectedKey } from '../rules/rows.ts';
import { type LedgerRows, type TableName, tables } from '../tables/ledger-rows.ts';
import { type CatalogueTable, rowContent, rowKey } from '../tables/table.ts';
import type { Entry, LiveLedger, LiveRow, Place, Problem, Proposed } from './proposal.ts';

/** The place of a row that was said at a path of the input, such as `input.stances[3]`; its fields have the names that the row has. */
export const atPath =
  (path: string): Place =>
  (field) =>
    field === undefined ? path : `${path}.${field}`;

/** The place of a part that is one value, such as `input.issues[0]`. */
export const atValue =
  (path: string): Place =>
  () =>
    path;

/** The standing rows of a table that fit. */
export const standingRows = <Name extends TableName>(
  live: LiveLedger,
  name: Name,
  fits: (row: LedgerRows[Name]) => boolean,
): LedgerRows[Name][] =>
  (live.rows[name] as readonly LiveRow<LedgerRows[Name]>[])
    .filter(({ row, retired }) => !retired && fits(row))
    .map(({ row }) => row);

/** The standing row of a key as `rowKey` makes it, or null. */
export const standingRow = <Name extends TableName>(
  live: LiveLedger,
  name: Name,
  key: string,
): LedgerRows[Name] | null => standingRows(live, name, (row) => rowKey(tables[name], row) === key)[0] ?? null;

/** The standing row of the catalogue with a key; null, and a problem with close matches, when there is none. */
export function rowToAmend<Name extends CatalogueTable>(
  proposed: Proposed,
  live: LiveLedger,
  name: Name,
  key: string,
  at: string,
): LedgerRows[Name] | null {
  const row = standingRow(live, name, key);
  if (row !== null) return row;
  const candidates = standingRows(live, name, () => true).map((other) => ({
    key: other.key,
    names: 'name' in other ? [other.name] : [],
  }));
  proposed.problems.push({ at, found: `unknown ${name} "${key}"`, expected: expectedKey(key, name, candidates) });
  return null;
}

/** A row with some of its fields changed; undefined leaves a field as it is. */
export function merged<Row extends object>(row: Row, changes: Changes<Partial<Row>>): Row {
  const said = Object.entries(changes).filter(([field, value]) => field in row && value !== undefined);
  return { ...row, ...Object.fromEntries(said) };
}

/** What to change of a row. Null is checked as any other value: by the rules. */
export type Changes<Row> = { readonly [Field in keyof Row]?: Row[Field] | null | undefined };

/**
 * Proposes a new row. One that stands already and says the same changes nothing; one that says something else is a problem, because to
 * change it is another act: `instead` names the mutation. Gives what is wrong if the parts of a row that stands turn out to differ; null when
 * none stands.
 */
export function addRow<Name extends TableName>(
  proposed: Proposed,
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
    proposed.problems.push(problem);
    return null;
  }
  propose(proposed, name, row, at);
  return problem;
}

/** Proposes a row, whatever stands. */
export function propose<Name extends TableName>(
  { proposal }: Proposed,
  name: Name,
  row: LedgerRows[Name],
  at: string,
  place = atPath(at),
): void {
  (proposal[name] as Entry<LedgerRows[Name]>[]).push({ row, at: place }); // rows and lists of one name are of one type
}

export const standsAlready = (name: TableName, key: string, at: string, instead: string): Problem => ({
  at,
  found: `${name} ${key}, which already exists with different content`,
  expected: `a new key, or ${instead}`,
});

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
  proposed: Proposed,
  live: LiveLedger,
  name: Name,
  owner: OwnerKey<Name>,
  parts: readonly LedgerRows[Name][],
  placeOfPart: (place: number) => Place,
): void {
  const keys = new Set(parts.map((row) => rowKey(tables[name], row)));
  for (const row of partsOf(live, name, owner)) {
    const key = rowKey(tables[name], row);
    if (!keys.has(key)) proposed.retract[name].add(key);
  }
  for (const [place, row] of parts.entries()) {
    propose(proposed, name, row, placeOfPart(place)(), placeOfPart(place));
  }
}

/** The same for an owner that is added. If it stands already, with other parts, `problem` is what is wrong. */
export function addParts<Name extends PartName>(
  proposed: Proposed,
  live: LiveLedger,
  name: Name,
  owner: OwnerKey<Name>,
  parts: readonly LedgerRows[Name][],
  placeOfPart: (place: number) => Place,
  problem: Problem | null,
): void {
  const contents = (rows: readonly LedgerRows[Name][]) => rows.map((row) => rowContent(tables[name], row)).toSorted();
  const differ = contents(partsOf(live, name, owner)).join('\n') !== contents(parts).join('\n');
  if (problem === null || !differ) setParts(proposed, live, name, owner, parts, placeOfPart);
  else if (!proposed.problems.includes(problem)) proposed.problems.push(problem);
}
