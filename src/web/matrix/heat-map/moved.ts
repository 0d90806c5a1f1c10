export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Number of cells that Page up and Page down move. */
const page = 10;

/** The cell to which a key moves from a cell of a square; null if the key does not move. */
export function moved({ row, column }: Cell, { key, ctrlKey }: KeyboardEvent, count: number): Cell | null {
  const within = (at: number) => Math.min(count - 1, Math.max(0, at));
  const to = (newRow: number, newColumn: number): Cell => ({ row: within(newRow), column: within(newColumn) });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return to(ctrlKey ? 0 : row, 0);
    case 'End':
      return to(ctrlKey ? count - 1 : row, count - 1);
    default:
      return null;
  }
}
