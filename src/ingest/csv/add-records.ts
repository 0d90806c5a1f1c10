import { parseStanceKey } from '#ledger/stance-key.ts';
import { anyTables, type TableName } from '#ledger/tables/ledger-rows.ts';
import type { AnyRow, Column } from '#ledger/tables/table.ts';
import type { Entry, Place, Problem, Proposal } from '#ledger/write/proposal.ts';
import { isBlank, listOf, valueFor } from './cell-value.ts';
import { usualName } from './column-names.ts';
import type { KnownNames } from './known-names.ts';
import type { Header } from './read-header.ts';
import { placeIn, type Sheet, type SheetRow } from './read-sheet.ts';

/** Columns in which `NA` is Namibia. */
const namesOfParties = ['key', 'iso3'];

const isPartyColumn = (field: string, column: Column | undefined) =>
  column?.references === 'party' || namesOfParties.includes(field);

/** Where the fields of a row of a sheet stand: `documents.csv:3:title`. */
export const rowPlace =
  (sheet: Sheet, { columns }: Header, { line }: SheetRow): Place =>
  (field) => {
    if (field === undefined) return placeIn(sheet, line);
    const column = columns.get(field);
    return placeIn(sheet, line, column === undefined ? usualName(field) : sheet.header[column]);
  };

/** What a cell says as a field of a column; undefined when it says nothing. */
export function cellOf({ columns }: Header, { cells }: SheetRow, field: string, column?: Column): string | undefined {
  const index = columns.get(field);
  const text = index === undefined ? '' : (cells[index] ?? '');
  return isBlank(text, isPartyColumn(field, column)) ? undefined : text;
}

/** A row with what is usual where nothing is said; undefined where something has to be. */
export const completed = (table: TableName, said: AnyRow): AnyRow =>
  Object.fromEntries(
    Object.entries<Column>(anyTables[table].columns).map(([field, { usual }]) => [field, said[field] ?? usual]),
  );

/** What the cells of a row say of a record of a table; parties by whatever they are called, once these are known. */
export function recordIn(
  table: TableName,
  sheet: Sheet,
  header: Header,
  row: SheetRow,
  names: KnownNames | null,
): AnyRow {
  const at = rowPlace(sheet, header, row);
  const said = Object.entries<Column>(anyTables[table].columns).map(([field, column]) => {
    const text = cellOf(header, row, field, column);
    if (text === undefined) return [field, undefined];
    if (column.references === 'party' && names !== null) return [field, names.party(text, () => at(field)) ?? text];
    return [field, valueFor(column, text)];
  });
  return completed(table, Object.fromEntries(said));
}

/** Adds the records of a sheet; of propositions their issues and of passages their parties and stances too. */
export function addRecords(
  proposal: Proposal,
  table: TableName,
  sheet: Sheet,
  header: Header,
  names: KnownNames | null,
): Problem[] {
  const problems: Problem[] = [];
  for (const row of sheet.rows) {
    const at = rowPlace(sheet, header, row);
    const record = recordIn(table, sheet, header, row, names);
    (proposal[table] as unknown as Entry<AnyRow>[]).push({ row: record, at }); // of the table's fields, for the rules to judge
    const key = String(record.key);
    if (table === 'proposition') addIssues(proposal, key, partsIn(header, row, 'issues'), at);
    if (table === 'passage') problems.push(...addPassageParts(proposal, key, header, row, at, names));
  }
  return problems;
}

export function addIssues(proposal: Proposal, proposition: string, issues: readonly string[], at: Place): void {
  for (const issue of issues) proposal.propositionIssue.push({ row: { proposition, issue }, at: () => at('issues') });
}

/** The values of a cell that has several. */
export function partsIn(header: Header, row: SheetRow, field: string): string[] {
  const list = listOf(cellOf(header, row, field) ?? '');
  return Array.isArray(list) ? list.map(String) : [String(list)];
}

function addPassageParts(
  proposal: Proposal,
  passage: string,
  header: Header,
  row: SheetRow,
  at: Place,
  names: KnownNames | null,
): Problem[] {
  for (const text of partsIn(header, row, 'parties')) {
    const party = names?.party(text, () => at('parties')) ?? text;
    proposal.passageParty.push({ row: { passage, party }, at: () => at('parties') });
  }
  return partsIn(header, row, 'stances').flatMap((text): Problem[] => {
    const stance = parseStanceKey(text);
    if (stance === null)
      return [{ at: at('stances'), found: JSON.stringify(text), expected: 'party--proposition--date' }];
    proposal.passageStance.push({ row: { passage, ...stance }, at: () => at('stances') });
    return [];
  });
}
