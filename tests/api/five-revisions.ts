const document = `
documents:
  - { key: note, title: A note, kind: JOINT_STATEMENT, date: 2026-01-10, verification: VERIFIED, signed: [CN, RU] }
`;
/** Sweden's first stance on joining NATO, as the seed files have it but for what a test changes. */
const sweden = (position: string, citation: string) => `
propositions:
  - key: nato-sweden
    issues: [nato-enlargement]
    text: Sweden should join NATO.
    note: Accession completed 7 March 2024.
    stances:
      - party: SE
        from: 2022-03-08
        position: ${position}
        verb: rejects
        basis: OWN_STATEMENT
        confidence: HIGH
        citations:
          - { document: se-andersson-2022-03-08, locator: ${citation}, verification: VERIFIED }
`;
const members = (until: string) => `
blocs:
  - key: quad
    name: Quadrilateral Security Dialogue (Quad)
    members: [{ country: AU, from: 2017-11-12 }, { country: JP, from: 2017-11-12 ${until} }]
`;

const seeds = { source: 'seeds' };
const notes = { source: 'notes' };

/** What comes after the seed files, which are revision 1. */
export const fiveRevisions: readonly [string, { source: string; complete?: boolean }][] = [
  // 2: another reading of the same words.
  [sweden('LEAN_OPPOSE', 'line 2'), seeds],
  // 3: the same reading, cited to another line.
  [sweden('LEAN_OPPOSE', 'line 3'), seeds],
  // 4 and 5: a document comes and goes.
  [document, notes],
  ['documents: []', { ...notes, complete: true }],
  // 6: one member leaves; those that are not named stay.
  [members(', until: 2025-01-01'), seeds],
];
