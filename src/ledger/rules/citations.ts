import type { Rule } from './rule.ts';

/** A stance on a claim shows its source, and one page or paragraph once; a vote on a roll call is shown by the roll call's document. */
export const citations: Rule = function* (proposal, prospect) {
  const cited = new Set(
    Array.from(prospect.citation.values(), (row) => `${row.party} | ${row.proposition} | ${row.heldFrom}`),
  );
  for (const { row, at } of proposal.stance) {
    const isClaim = prospect.proposition.get(row.proposition)?.kind === 'CLAIM';
    if (isClaim && !cited.has(`${row.party} | ${row.proposition} | ${row.heldFrom}`)) {
      yield { at: at('citations'), found: 'no citation', expected: 'at least one' };
    }
  }
  const places = new Map<string, string>();
  for (const { row, at } of proposal.citation) {
    const place = [row.party, row.proposition, row.heldFrom, row.document, row.locator].join(' | ');
    const first = places.get(place);
    if (first === undefined) places.set(place, at());
    else
      yield {
        at: at('document'),
        found: `${row.document} cited twice with the same locator`,
        expected: `one citation (first at ${first})`,
      };
    if (prospect.proposition.get(row.proposition)?.kind === 'ROLL_CALL') {
      yield {
        at: at(),
        found: 'a citation for a vote in a roll call',
        expected: 'no citation, because the document of the roll call shows it',
      };
    }
  }
};
