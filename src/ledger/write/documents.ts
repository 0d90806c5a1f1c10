import type { DocumentRow, SignatoryRow } from '../tables/document.ts';
import { addRow, propose } from './add-row.ts';
import type { ChangeRequest } from './change.ts';
import { addParts, setParts } from './parts.ts';
import { placeAt } from './place.ts';
import { type Changes, merged, rowToAmend } from './standing-row.ts';

/** Who put their name to a document; `date` null: on the day of the document. */
export type SignatorySaid = Pick<SignatoryRow, 'party' | 'role'> & { readonly date: string | null };

/** Adds a document with its signatories; one that was retired comes back. */
export const addDocument = (row: DocumentRow, signatories: readonly SignatorySaid[]): ChangeRequest => ({
  names: { document: [row.key], party: signatories.map(({ party }) => party) },
  propose(change, live) {
    const problem = addRow(change, live, 'document', row, 'input', 'amendDocument');
    const rows = signatoryRows(row, signatories);
    addParts(change, live, 'signatory', { document: row.key }, rows, placeOfSignatory, problem);
  },
});

/** Changes what is said of a document; `signatories`, unless undefined, are all that it has. */
export const amendDocument = (
  key: string,
  changes: Changes<DocumentRow>,
  signatories: readonly SignatorySaid[] | undefined,
): ChangeRequest => ({
  names: { document: [key], party: (signatories ?? []).map(({ party }) => party) },
  propose(change, live) {
    const row = rowToAmend(change, live, 'document', key, 'input.key');
    if (row === null) return;
    const right = merged(row, changes);
    propose(change, 'document', right, 'input');
    if (signatories === undefined) return;
    setParts(change, live, 'signatory', { document: key }, signatoryRows(right, signatories), placeOfSignatory);
  },
});

const signatoryRows = ({ key, date }: DocumentRow, signatories: readonly SignatorySaid[]): SignatoryRow[] =>
  signatories.map((said) => ({ ...said, document: key, date: said.date ?? date }));

const placeOfSignatory = (place: number) => placeAt(`input.signatories[${place}]`);
