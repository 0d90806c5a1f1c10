import type { LedgerSizes } from './field-cost.ts';
import { partiesIn, propositionsIn } from './list-cost.ts';
import { countOf, within } from './raw-arguments.ts';

/** Stances that are looked at for a point. */
const stancesAPoint = 30;

/** Points of a list of the stances that fit a filter, of so many parties: every proposition is looked at, and the stances on it. */
export function stancePoints(filter: unknown, parties: number, ledger: LedgerSizes): number {
  const propositions = countOf(within(filter, 'propositions'), propositionsIn(ledger));
  const held =
    Math.min(1, parties / Math.max(1, partiesIn(ledger))) *
    Math.min(1, propositions / Math.max(1, propositionsIn(ledger)));
  const document = within(filter, 'document') == null ? 0 : 400 + onDocumentPoints(ledger);
  return 50 + propositions / 2 + (held * ledger.stances) / stancesAPoint + document;
}

/** Points of a list of the stances on one proposition: three times as many as there are on average. */
export const onePropositionPoints = (ledger: LedgerSizes): number =>
  50 + (3 * ledger.stances) / Math.max(1, propositionsIn(ledger)) / 4;

/** Points of a list of the stances that one document shows, which is a vote or two; where a list of propositions is looked through as well. */
export const onDocumentPoints = (ledger: LedgerSizes): number =>
  propositionsIn(ledger) / 4 + onePropositionPoints(ledger);
