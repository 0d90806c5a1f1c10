import type { Pool } from 'pg';
import type { TableName } from '#ledger/tables/ledger-rows.ts';
import type { Problem, Proposal } from '#ledger/write/proposal.ts';
import { addRecords } from './add-records.ts';
import { addStances, addWidePropositions } from './add-stances.ts';
import { columnForm } from './column-names.ts';
import type { SheetColumns } from './columns-file.ts';
import { knownNames } from './known-names.ts';
import { readKnownRows } from './known-rows.ts';
import { type Header, readHeader } from './read-header.ts';
import { mostRows, placeIn, readSheet, type Sheet, tooManyRows } from './read-sheet.ts';
import { StatedStances } from './stated-stances.ts';

/** Tables of which sheets of stances name rows. */
const named: readonly string[] = ['party', 'issue', 'document', 'proposition'];

/**
 * Adds what CSV files say to a proposal to which YAML files may have been added before; gives what is wrong with them. Parties may be called by any
 * name by which a query finds them.
 * @throws IngestError `UNREADABLE`
 */
export async function addSheets(
  pool: Pool,
  proposal: Proposal,
  paths: readonly string[],
  columns: SheetColumns,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const read: { readonly sheet: Sheet; readonly header: Header }[] = [];
  const headers = new Set<string>();
  let rows = 0;
  for (const path of paths) {
    const sheet = await readSheet(path);
    if (!('header' in sheet)) {
      problems.push(...sheet);
      continue;
    }
    for (const name of sheet.header) headers.add(columnForm(name));
    const header = readHeader(sheet, columns);
    if ('kind' in header) {
      read.push({ sheet, header });
      rows += sheet.rows.length * Math.max(header.others.length, 1);
      if (rows > mostRows) return [tooManyRows(placeIn(sheet, sheet.headerLine))];
    } else problems.push(...header);
  }
  problems.push(...columns.unused(headers));
  for (const { sheet, header } of read) {
    if (named.includes(header.kind))
      problems.push(...addRecords(proposal, header.kind as TableName, sheet, header, null));
    if (header.kind === 'WIDE') addWidePropositions(proposal, sheet, header);
  }
  const names = knownNames(await readKnownRows(pool, proposal), columns.parties);
  const stated = new StatedStances(proposal);
  for (const { sheet, header } of read) {
    const { kind } = header;
    if (kind === 'NOTHING' || named.includes(kind)) continue;
    if (kind === 'STANCES' || kind === 'WIDE') problems.push(...addStances(sheet, header, columns, names, stated));
    else problems.push(...addRecords(proposal, kind, sheet, header, names));
  }
  return [...problems, ...names.problems(), ...stated.propose()];
}
