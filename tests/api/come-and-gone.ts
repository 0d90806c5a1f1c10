const source = { source: 'visitor' };
const all = (words: string) => `
countries:
  - { key: X-OLD, name: Old ${words}, aliases: [OLDIE] }
issues:
  - { key: old-issue, name: Issue ${words}, summary: About ${words}. }
propositions:
  - key: old-proposition
    issues: [old-issue]
    text: What ${words} says holds.
    stances:
      - party: X-OLD
        from: 2020-01-01
        position: SUPPORT
        verb: says
        basis: OWN_STATEMENT
        confidence: HIGH
        citations: [{ document: old-document, locator: p. 1, verification: VERIFIED }]
documents:
  - { key: old-document, title: Document ${words}, kind: LAW, date: 2020-01-01, verification: VERIFIED, signed: [X-OLD] }
passages:
  - { key: old-passage, document: old-document, locator: p. 1, kind: POSITION, verb: ${words}, parties: [X-OLD] }
`;

/** A country with its issue, proposition, document and passage: added, amended, retired, and back with other words. */
export const comeAndGone: readonly [string, { source: string; complete?: boolean }][] = [
  [all('first'), source],
  [all('second'), source],
  ['documents: []', { ...source, complete: true }],
  [all('third'), source],
];
