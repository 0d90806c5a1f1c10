import type { Difference } from '../revise/difference.ts';
import type { LiveLedger } from '../revise/live-ledger.ts';
import type { Problem, Proposal } from '../revise/proposal.ts';
import { citations } from './citations.ts';
import { coSignatures } from './co-signatures.ts';
import { keyPhrases } from './key-phrases.ts';
import { memberships } from './memberships.ts';
import { onceEach } from './once-each.ts';
import { passages } from './passages.ts';
import { periods } from './periods.ts';
import { references } from './references.ts';
import { rollCalls } from './roll-calls.ts';
import { prospectOf, type Rule } from './rule.ts';

const rules: readonly Rule[] = [
  onceEach,
  references,
  periods,
  memberships,
  rollCalls,
  keyPhrases,
  citations,
  coSignatures,
  passages,
];

/** Every breach of every rule in a proposal. The same rules hold for files and for the API. */
export function checkProposal(proposal: Proposal, live: LiveLedger, difference: Difference): Problem[] {
  const prospect = prospectOf(proposal, live, difference);
  return rules.flatMap((rule) => [...rule(proposal, prospect)]);
}
