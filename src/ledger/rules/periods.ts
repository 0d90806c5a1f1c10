import type { Rule } from './rule.ts';

/** What ends, ends after it begins. */
export const periods: Rule = function* (proposal) {
  for (const { row, at } of proposal.stance) {
    if (row.heldUntil !== null && row.heldUntil <= row.heldFrom) {
      yield { at: at('heldUntil'), found: `held until ${row.heldUntil}`, expected: `a day after ${row.heldFrom}` };
    }
  }
  for (const { row, at } of proposal.membership) {
    if (row.until !== null && row.until <= row.from) {
      yield { at: at('until'), found: `until ${row.until}`, expected: `a day after ${row.from}` };
    }
  }
};
