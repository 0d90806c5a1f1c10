import type { ClientBase } from 'pg';
import type { Confirmations, StanceColumns } from '#agreement/stance-columns.ts';
import type { Catalogue, Document } from './catalogue.ts';
import { confirmerOf } from './confirmations.ts';
import { copyIntegers } from './load-stances.ts';
import { stanceRowOfId } from './stance-row-of-id.ts';

// A report that carries a text says nothing anew: of what it cites, the text itself shows the stance.
const query = `SELECT stance_id, document_id, added_in, retired_in FROM citation WHERE role = 'PRIMARY'`;

/** Writes into columns that were just read when their stances were last confirmed; gives what the column for it does not hold. */
export async function loadConfirmations(
  client: ClientBase,
  stances: Omit<StanceColumns, 'confirmations'>,
  documents: Catalogue<Document>,
): Promise<Confirmations> {
  const confirmer = confirmerOf(stances, documents);
  await copyIntegers(client, query, (row) => {
    const [id, documentId, addedIn, retiredIn] = row as unknown as readonly [number, number, number, number]; // the fields of the query
    const stanceRow = stanceRowOfId({ stances }, id) as number; // foreign keys hold, and all is read in one transaction
    confirmer.show({ stanceRow, documentId, addedIn, retiredIn });
  });
  return confirmer.rest();
}
