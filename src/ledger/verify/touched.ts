import type { SuspectRow } from './suspect-rows.ts';

/** The rows of a table that a revision added, amended or retired: how many there are, and how many it was committed with. */
export interface TouchedPart {
  /** Table and change: `stance ADDED`. */
  readonly part: string;
  readonly found: number;
  readonly expected: number;
}

/** The first revision that is not as it was committed. */
export interface Touched {
  readonly revision: number;
  /**
   * `MISSING`: it is not there. `ROWS`: its rows are others. `SELF`: its own time, author, source, message or digest is another. `STRAY`: rows name it,
   * and the ledger never came to it.
   */
  readonly what: 'MISSING' | 'ROWS' | 'SELF' | 'STRAY';
  /** What of its rows is other, table by table. */
  readonly parts: readonly TouchedPart[];
  /** Rows of these tables that were written after the revision that they say they are of; empty where that does not show. */
  readonly rows: readonly SuspectRow[];
}

/** Says what was touched, in a sentence or more. */
export function touchedSentence({ revision, what, parts, rows }: Touched): string {
  if (what === 'MISSING') return `Revision ${revision} is missing.`;
  if (what === 'SELF')
    return `Revision ${revision} was altered: its time, author, source, message or digest differs from what was committed.`;
  const of = parts.map(({ part, found, expected }) =>
    found === expected
      ? `${part}: ${found} rows, of which some differ from what was committed`
      : `${part}: found ${found} rows, expected ${expected}`,
  );
  const named = rows.map(({ table, key }) => `${table} ${key}`).join('; ');
  const which = named === '' ? '' : ` Rows written later than their revision: ${named}.`;
  const how = what === 'STRAY' ? 'is referenced by rows but was never committed' : 'was altered';
  return `Revision ${revision} ${how} (${of.join('; ')}).${which}`;
}
