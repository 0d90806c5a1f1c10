import { selectParties } from '#agreement/in-force.ts';
import { RowsElsewhere } from '#agreement/rows-elsewhere.ts';
import { isHeld, rowOf, type StanceMatrix } from '#agreement/stance-matrix.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Comparison } from './comparison.ts';

/** Every country of the catalogue, in the order of their keys. */
export const allCountries = oncePer(({ parties }: Snapshot): readonly Party[] =>
  parties.list
    .filter(({ kind, retired }) => kind === 'COUNTRY' && !retired)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
);

/** The comparison of those of its parties that hold a position in scope. */
export const speakingParties = oncePer((comparison: Comparison): Comparison => {
  const { matrix, policied, parties } = comparison;
  const rows = parties.map((_, row) => row).filter((row) => rowOf(matrix, row).some(isHeld));
  if (rows.length === parties.length) return comparison;
  const speaking = rows.map((row) => parties[row] as Party);
  const selected = selectParties(
    speaking.map(({ ordinal }) => ordinal),
    comparison.snapshot.parties.list.length,
  );
  const held = selectRows(matrix, rows);
  return {
    ...comparison,
    parties: speaking,
    matrix: held,
    policied: policied === matrix ? held : selectRows(policied, rows),
    selection: { ...comparison.selection, parties: selected },
  };
});

const selectRows = (matrix: StanceMatrix, rows: readonly number[]): StanceMatrix =>
  new RowsElsewhere(
    rows.map((row) => rowOf(matrix, row)),
    matrix.columns,
  );
