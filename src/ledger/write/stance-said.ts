import { type CitationRow, citation } from '../tables/citation.ts';
import { type StanceRow, stance } from '../tables/stance.ts';
import { rowContent } from '../tables/table.ts';

/** What a citation says, apart from its stance and its place among the others. */
export type CitationSaid = Omit<CitationRow, 'party' | 'proposition' | 'heldFrom' | 'ordinal'>;

/** A stance with its citations, the most telling first. */
export interface StanceSaid {
  readonly row: StanceRow;
  readonly citations: readonly CitationSaid[];
}

/** The fields by which a stance, and everything that belongs to it, is known. */
export const keyFields = ({ party, proposition, heldFrom }: StanceRow) => ({ party, proposition, heldFrom });

export const citationRows = ({ row, citations }: StanceSaid): CitationRow[] =>
  citations.map((said, ordinal) => ({ ...keyFields(row), ordinal, ...said }));

/** Whether two stances and their citations say the same. */
export function sayTheSame(a: StanceSaid, b: StanceSaid): boolean {
  const content = (said: StanceSaid) =>
    [rowContent(stance, said.row), ...citationRows(said).map((row) => rowContent(citation, row))].join('\n');
  return content(a) === content(b);
}
