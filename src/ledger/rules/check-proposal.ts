import type { Difference } from '../revise/difference.ts';
import type { LiveLedger } from '../revise/live-ledger.ts';
import type { Problem, Proposal } from '../revise/proposal.ts';
import { forms } from './forms.ts';
import { memberships, periods } from './memberships.ts';
import { onceEach } from './once-each.ts';
import { passages } from './passages.ts';
import { references } from './references.ts';
import { prospectOf, type Rule } from './rule.ts';
import { citations, coSignatures, keyPhrases, rollCalls } from './stances.ts';

/** Rules about what is said. */
const rules: readonly Rule[] = [forms, onceEach, periods, memberships, rollCalls, keyPhrases];
/** Rules about what is missing. */
const rulesOfTheWhole: readonly Rule[] = [references, citations, coSignatures, passages];

/**
 * Every breach of every rule in a proposal. The same rules hold for files and for the API. Of a proposal that could be read in part alone, only
 * what is there is judged.
 */
export function checkProposal(
  proposal: Proposal,
  live: LiveLedger,
  difference: Difference,
  inPart: boolean,
): Problem[] {
  const prospect = prospectOf(proposal, live, difference);
  const applied = inPart ? rules : [...rules, ...rulesOfTheWhole];
  return applied.flatMap((rule) => [...rule(proposal, prospect)]);
}
