import type { DocumentRow, SignatoryRow } from '../tables/documents.ts';
import { addParts, addRow, atPath, type Changes, merged, propose, rowToAmend, setParts } from './rows.ts';
import type { Change } from './write.ts';

/** Who put their name to a document; `date` null: on the day of the document. */
export type SignatorySaid = Pick<SignatoryRow, 'party' | 'role'> & { readonly date: string | null };

/** Adds a document with its signatories; one that was retired comes back. */
export const addDocument = (row: DocumentRow, signatories: readonly SignatorySaid[]): Change => ({
  names: { document: [row.key], party: signatories.map(({ party }) => party) },
  propose(proposed, live) {
    const problem = addRow(proposed, live, 'document', row, 'input', 'amendDocument');
    const rows = signatoryRows(row, signatories);
    addParts(proposed, live, 'signatory', { document: row.key }, rows, placeOfSignatory, problem);
  },
});

/** Changes what is said of a document; `signatories`, unless undefined, are all that it has. */
export const amendDocument = (
  key: string,
  changes: Changes<DocumentRow>,
  signatories: readonly SignatorySaid[] | undefined,
): Change => ({
  names: { document: [key], party: (signatories ?? []).map(({ party }) => party) },
  propose(proposed, live) {
    const row = rowToAmend(proposed, live, 'document', key, 'input.key');
    if (row === null) return;
    const right = merged(row, changes);
    propose(proposed, 'document', right, 'input');
    if (signatories === undefined) return;
    setParts(proposed, live, 'signatory', { document: key }, signatoryRows(right, signatories), placeOfSignatory);
  },
});

const signatoryRows = ({ key, date }: DocumentRow, signatories: readonly SignatorySaid[]): SignatoryRow[] =>
  signatories.map((said) => ({ ...said, document: key, date: said.date ?? date }));

const placeOfSignatory = (place: number) => atPath(`input.signatories[${place}]`);
