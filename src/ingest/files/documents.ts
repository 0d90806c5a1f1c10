import type { Proposal } from '#ledger/write/proposal.ts';
import type { LedgerFile } from './format.ts';
import { type Path, placeIn, type SourceFile } from './source-file.ts';

type DocumentEntry = LedgerFile['documents'][number];

const lists = { signed: 'SIGNED', adopted: 'ADOPTED', associated: 'ASSOCIATED' } as const;

/** Adds documents and their signatories; all except those that acceded have the date of the document. */
export function addDocuments(proposal: Proposal, file: SourceFile, { documents }: LedgerFile): void {
  for (const [index, entry] of documents.entries()) {
    const path = ['documents', index];
    const { signed, adopted, associated, acceded, ...document } = entry;
    proposal.document.push({ row: document, at: placeIn(file, path) });
    addSignatories(proposal, file, path, entry);
  }
}

function addSignatories(proposal: Proposal, file: SourceFile, path: Path, entry: DocumentEntry) {
  for (const list of ['signed', 'adopted', 'associated'] as const) {
    for (const [place, party] of entry[list].entries()) {
      const row = { document: entry.key, party, date: entry.date, role: lists[list] };
      proposal.signatory.push({ row, at: () => file.locate([...path, list, place]) });
    }
  }
  for (const [party, date] of Object.entries(entry.acceded)) {
    const row = { document: entry.key, party, date, role: 'ACCEDED' } as const;
    proposal.signatory.push({ row, at: () => file.locateKey([...path, 'acceded'], party) });
  }
}
