import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** How many rows the ledger has in memory, retired ones too. */
export const ledgerSizes = oncePer(({ parties, issues, propositions, documents, stances }: Snapshot) => {
  const claims = propositions.list.filter(({ kind }) => kind === 'CLAIM').length;
  const countries = parties.list.filter(({ kind }) => kind === 'COUNTRY').length;
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
