import type { ComponentChildren } from 'preact';
import { type CsvValue, csvOf } from '../take-away/csv.ts';
import { type Provenance, provenanceNames, provenanceValues } from '../take-away/provenance.ts';

/** A column of the table of a chart. */
export interface Column<Row> {
  /** Its name in files, such as `shared_propositions`. */
  readonly name: string;
  /** Its heading on the page; null: it is only in files. */
  readonly label: string | null;
  readonly value: (row: Row) => CsvValue;
  /** How its value is shown; omitted: as it is. */
  readonly shown?: (row: Row) => ComponentChildren;
  readonly isNumber?: boolean;
}

/** What a chart shows, row by row. The first column with a heading says what a row is about. */
export interface Table<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
}

/** The table of a chart as CSV, each row with where it comes from. */
export const tableCsv = <Row>({ rows, columns }: Table<Row>, provenance: Provenance): string =>
  csvOf(
    [...columns.map(({ name }) => name), ...provenanceNames],
    rows.map((row) => [...columns.map(({ value }) => value(row)), ...provenanceValues(provenance)]),
  );
