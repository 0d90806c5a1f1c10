import { type Column, tableCsv } from '../../charts/table.ts';
import type { TakenRowFragment } from '../../generated/graphql.ts';
import { citationNames, citationValues } from '../../take-away/first-citation.ts';
import type { Provenance } from '../../take-away/provenance.ts';
import type { Compared } from '../compared.ts';
import { comparisonTable, type PositionRow } from './comparison-table.ts';

/** What the table of a comparison does not show: how sure a stance is, and the document that shows it. */
const columns: readonly Column<PositionRow<TakenRowFragment>>[] = [
  { name: 'confidence', label: null, value: ({ cell }) => cell.stance?.confidence ?? null },
  { name: 'stance', label: null, value: ({ cell }) => cell.stance?.key ?? null },
  ...citationNames.map((name, index) => ({
    name,
    label: null,
    value: ({ cell }: PositionRow<TakenRowFragment>) => citationValues(cell.stance?.citations ?? [])[index] ?? null,
  })),
];

/** A row per proposition and party, in the order of the table, with the document that shows it and where all of it comes from. */
export const comparisonCsv = (
  comparison: Compared,
  rows: readonly TakenRowFragment[],
  provenance: Provenance,
): string => tableCsv(comparisonTable(comparison, rows, columns), provenance);
