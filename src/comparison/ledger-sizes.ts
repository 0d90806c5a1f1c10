import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

// Counted once for each state of a catalogue: most revisions leave it as it is.
const claimsAmong = oncePer(({ list }: Snapshot['propositions']) => list.filter(({ kind }) => kind === 'CLAIM').length);
const countriesAmong = oncePer(({ list }: Snapshot['parties']) => list.filter(({ kind }) => kind === 'COUNTRY').length);

/** How many rows the ledger has in memory, retired ones too. */
export const ledgerSizes = oncePer(({ parties, issues, propositions, documents, stances }: Snapshot) => {
  const claims = claimsAmong(propositions);
  const countries = countriesAmong(parties);
  return {
    countries,
    blocs: parties.list.length - countries,
    issues: issues.list.length,
    claims,
    rollCalls: propositions.list.length - claims,
    documents: documents.list.length,
    stances: stances.length,
  };
});
