import type { SchemaElement } from 'hyparquet';
import type { Column, ColumnType, Table } from '../../source/source.ts';

// Each by the present annotation and by the old one, which does not say that a moment is in UTC: readers of either find it right.
const elements: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  array: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  datetime: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MICROS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
  },
};

/** The schema of a table's Parquet file. */
export const parquetSchema = ({ columns }: Table): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(elementOf),
];

const elementOf = ({ name, type, required }: Column): SchemaElement => ({
  name,
  repetition_type: required ? 'REQUIRED' : 'OPTIONAL',
  ...elements[type],
});
