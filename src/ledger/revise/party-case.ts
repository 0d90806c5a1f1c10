import type { LiveLedger } from './live-ledger.ts';
import type { Proposal } from './proposal.ts';

/** A stance's key has its party in lower case; here the parties of passages' stances get back the case that they have in the ledger. */
export function restorePartyCase(proposal: Proposal, live: LiveLedger): Proposal {
  const parties = [...live.rows.party, ...proposal.party].map(({ row }) => row.key);
  const byLowerCase = new Map(parties.map((key) => [key.toLowerCase(), key]));
  const passageStance = proposal.passageStance.map(({ row, at }) => ({
    row: { ...row, party: byLowerCase.get(row.party.toLowerCase()) ?? row.party },
    at,
  }));
  return { ...proposal, passageStance };
}
