import type { StanceMatrix } from './stance-matrix.ts';

/**
 * A matrix whose rows stand in other tables. They are read there: new memory for a million cells takes ten times as long as counting them. Only who asks
 * for all `cells` at once has them copied, the first time.
 */
export class RowsElsewhere implements StanceMatrix {
  readonly rows: number;
  readonly columns: number;
  #views: readonly Int8Array[];
  #cells: Int8Array | null = null;

  /** Each of the rows has so many columns. */
  constructor(views: readonly Int8Array[], columns: number) {
    this.rows = views.length;
    this.columns = columns;
    this.#views = views;
  }

  get cells(): Int8Array {
    if (this.#cells !== null) return this.#cells;
    const cells = new Int8Array(this.rows * this.columns);
    for (const [row, view] of this.#views.entries()) cells.set(view, row * this.columns);
    // What is written into the cells is in the rows too.
    this.#views = this.#views.map((_, row) => cells.subarray(row * this.columns, (row + 1) * this.columns));
    this.#cells = cells;
    return cells;
  }

  /** The cells of one row. */
  viewOf(row: number): Int8Array {
    return this.#views[row] as Int8Array;
  }
}
