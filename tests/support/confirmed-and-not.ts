interface Said {
  /** The document in which China restated its position: its day, or null where it is not cited. */
  readonly restated: string | null;
}

/** China restated what it holds on one claim, Russia did not; a vote, and an absence, of long ago. */
const ledger = ({ restated }: Said) => `
countries:
  - { key: CN, name: China }
  - { key: RU, name: Russia }
issues: [{ key: i, name: I }]
documents:
  - { key: statement, title: Statement, kind: PRESS_STATEMENT, date: 2001-02-03, verification: VERIFIED }
  - { key: restatement, title: Restatement, kind: PRESS_STATEMENT, date: ${restated ?? '2019-06-07'}, verification: VERIFIED }
  - { key: reprint, title: Reprint, kind: PRESS_STATEMENT, date: 2025-01-01, verification: VERIFIED }
  - { key: old, title: Older than what it shows, kind: PRESS_STATEMENT, date: 1999-01-01, verification: VERIFIED }
propositions:
  - key: c
    issues: [i]
    text: C
    stances:
      - party: CN
        from: 2001-02-03
        position: SUPPORT
        basis: OWN_STATEMENT
        confidence: HIGH
        citations:
          - { document: statement, verification: VERIFIED }
          - { document: reprint, role: CARRIER, verification: VERIFIED }
${restated === null ? '' : '          - { document: restatement, verification: VERIFIED }'}
      - party: RU
        from: 2002-01-01
        position: SUPPORT
        basis: OWN_STATEMENT
        confidence: HIGH
        citations: [{ document: old, verification: VERIFIED }]
  - key: r
    kind: ROLL_CALL
    text: R
    rollCall: { body: UNGA, session: 55, tabled: 2001-01-01, scope: WHOLE }
    stances: [{ party: CN, from: 2001-01-01, position: SUPPORT, basis: VOTE, confidence: HIGH }]
    absences: [{ party: RU, on: 2001-01-01 }]
`;

/** The ledger, revision by revision: the restatement is found, its day is corrected, and its citation is taken back. */
export const confirmedAndNot: readonly string[] = [
  ledger({ restated: null }),
  ledger({ restated: '2020-05-01' }),
  ledger({ restated: '2019-06-07' }),
  ledger({ restated: null }),
];

/** The day on which China was last known to hold the claim, by revision. */
export const lastConfirmed = ['2001-02-03', '2020-05-01', '2019-06-07', '2001-02-03'];
