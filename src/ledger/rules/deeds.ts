import type { Rule } from './rule.ts';

/** A deed is of a claim: a roll call is a deed itself. */
export const deeds: Rule = function* (proposal, after) {
  for (const { row, at } of proposal.deed) {
    if (after.proposition.get(row.proposition)?.kind !== 'ROLL_CALL') continue;
    yield { at: at('proposition'), found: `the roll call ${row.proposition}`, expected: 'a claim' };
  }
};
