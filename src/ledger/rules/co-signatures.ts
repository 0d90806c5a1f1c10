import type { Rule } from './rule.ts';

/** Who is said to hold a position by co-signature stands among the signatories of a document cited for it. */
export const coSignatures: Rule = function* (proposal, prospect) {
  const citations = Map.groupBy(
    prospect.citation.values(),
    (row) => `${row.party} | ${row.proposition} | ${row.heldFrom}`,
  );
  for (const { row, at } of proposal.stance) {
    if (row.basis !== 'CO_SIGNATURE') continue;
    const documents = (citations.get(`${row.party} | ${row.proposition} | ${row.heldFrom}`) ?? []).map(
      ({ document }) => document,
    );
    if (documents.length === 0 || documents.some((document) => prospect.signatory.has(`${document} | ${row.party}`)))
      continue;
    yield {
      at: at('basis'),
      found: `CO_SIGNATURE of ${row.party}, which signed none of ${documents.join(', ')}`,
      expected: 'a signatory of a cited document',
    };
  }
};
