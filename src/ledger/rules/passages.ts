import type { Rule } from './rule.ts';

/** A passage says who speaks in it, and shows stances of those alone. */
export const passages: Rule = function* (proposal, prospect) {
  const speaking = Map.groupBy(prospect.passageParty.values(), ({ passage }) => passage);
  for (const { row, at } of proposal.passage) {
    if (!speaking.has(row.key)) yield { at: at('parties'), found: 'no party', expected: 'at least one' };
  }
  for (const { row, at } of proposal.passageStance) {
    const parties = (speaking.get(row.passage) ?? []).map(({ party }) => party);
    if (parties.includes(row.party)) continue;
    yield {
      at: at('stance'),
      found: `a stance of ${row.party} in a passage of ${parties.join(', ')}`,
      expected: 'only stances of its own parties',
    };
  }
};
