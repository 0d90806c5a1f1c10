import { dayOf } from '#agreement/day.ts';
import type { ColumnType, ColumnValues, NumberValues } from '#exports/source/source.ts';
import { jsonOf } from './csv-text.ts';
import type { Cell } from './table-rows.ts';

type Value = string | number | bigint | boolean | null;

/** How the cells of some types come into a batch. */
const readings: Partial<Record<ColumnType, (cell: Cell) => Value>> = {
  date: (cell) => (typeof cell === 'string' ? (dayOf(cell) ?? null) : null),
  datetime: (cell) => (typeof cell === 'string' ? BigInt(Date.parse(cell)) * 1_000n : null),
  array: (cell) => (typeof cell === 'object' && cell !== null ? jsonOf(cell) : null),
};

const asItIs = (cell: Cell): Value => (typeof cell === 'object' ? null : cell);

/** Cells of one column as a batch has them. */
export function columnValues(type: ColumnType, cells: readonly Cell[]): ColumnValues {
  const values = cells.map(readings[type] ?? asItIs);
  const present = Uint8Array.from(values, (value) => (value === null ? 0 : 1));
  switch (type) {
    case 'string':
    case 'array':
      return { ...texts(values), present };
    case 'number':
      return numbers(Float64Array.from(values, Number), present);
    case 'datetime':
      return numbers(
        BigInt64Array.from(values, (value) => BigInt(value ?? 0)),
        present,
      );
    case 'boolean':
      return numbers(Uint8Array.from(values, Number), present);
    case 'integer':
    case 'date':
      return numbers(Int32Array.from(values, Number), present);
  }
}

const numbers = (found: NumberValues['numbers'], present: Uint8Array): NumberValues => ({
  kind: 'number',
  numbers: found,
  present,
});

function texts(values: readonly Value[]) {
  const pieces = values.map((value) => Buffer.from(value === null ? '' : String(value)));
  let end = 0;
  const ends = Int32Array.from(pieces, ({ length }) => {
    end += length;
    return end;
  });
  return { kind: 'text' as const, bytes: Buffer.concat(pieces), ends };
}
