/**
 * China changed its mind on one claim, Russia holds another and once held a third. On one roll call the United States differs from
 * both, on one a bloc does, on one China alone voted and Russia was absent.
 */
export const votesAndClaims = `
countries:
  - { key: CN, name: China }
  - { key: RU, name: Russia }
  - { key: US, name: United States }
blocs:
  - { key: nato, name: NATO }
issues:
  - { key: one, name: One }
  - { key: two, name: Two }
documents:
  - { key: d, title: D, kind: TREATY, date: 2000-01-01, verification: VERIFIED }
propositions:
  - key: c-moved
    issues: [one]
    text: China changed its mind.
    stances:
      - party: CN
        from: 2001-01-01
        position: SUPPORT
        basis: OWN_STATEMENT
        confidence: HIGH
        citations: [{ document: d, verification: VERIFIED }]
      - party: CN
        from: 2010-01-01
        position: OPPOSE
        basis: CONSENSUS
        confidence: LOW
        citations: [{ document: d, verification: VERIFIED }]
  - key: c-old
    issues: [two]
    text: Russia has held this for long.
    stances:
      - party: RU
        from: 1990-01-01
        position: OPPOSE
        basis: TREATY
        confidence: MEDIUM
        citations: [{ document: d, verification: VERIFIED }]
  - key: c-ended
    issues: [two]
    text: Russia held this once.
    stances:
      - party: RU
        from: 1990-01-01
        until: 1991-01-01
        position: SUPPORT
        basis: TREATY
        confidence: HIGH
        citations: [{ document: d, verification: VERIFIED }]
  - key: r-whole
    kind: ROLL_CALL
    text: The United States differs.
    rollCall: { body: UNGA, session: 55, tabled: 2001-01-01, scope: WHOLE, important: true }
    stances:
      - { party: CN, from: 2001-01-01, position: SUPPORT, basis: VOTE, confidence: HIGH }
      - { party: RU, from: 2001-01-01, position: SUPPORT, basis: VOTE, confidence: HIGH }
      - { party: US, from: 2001-01-01, position: OPPOSE, basis: VOTE, confidence: HIGH }
  - key: r-part
    kind: ROLL_CALL
    text: A bloc differs.
    rollCall: { body: UNGA, session: 56, tabled: 2001-01-01, scope: PARAGRAPH }
    stances:
      - { party: CN, from: 2001-01-01, position: NEUTRAL, basis: VOTE, confidence: HIGH }
      - { party: RU, from: 2001-01-01, position: NEUTRAL, basis: VOTE, confidence: HIGH }
      - { party: nato, from: 2001-01-01, position: SUPPORT, basis: VOTE, confidence: HIGH }
  - key: r-council
    kind: ROLL_CALL
    text: Russia was absent.
    rollCall: { body: UNSC, session: 56, tabled: 2001-01-01, scope: UNKNOWN }
    stances:
      - { party: CN, from: 2001-01-01, position: OPPOSE, basis: VOTE, confidence: HIGH }
    absences:
      - { party: RU, on: 2001-01-01 }
`;

/** The same as it was recorded at first: Russia was thought to be neutral on the claim that it has held for long. */
export const asFirstRecorded = votesAndClaims.replace(
  'position: OPPOSE\n        basis: TREATY',
  'position: NEUTRAL\n        basis: TREATY',
);
