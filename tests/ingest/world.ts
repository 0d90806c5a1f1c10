/** A small ledger: two countries, a bloc, an issue, two propositions, a roll call, two documents, three stances, a passage. */
export const world = `
countries:
  - { key: CN, name: China }
  - { key: RU, name: Russia, aliases: [Russian Federation] }
  - { key: TR, name: Türkiye }
blocs:
  - key: nato
    name: NATO
    members:
      - { country: TR, from: 1952-02-18 }
issues:
  - { key: taiwan, name: Taiwan }
documents:
  - { key: treaty, title: Treaty, kind: TREATY, date: 2001-07-16, verification: VERIFIED, signed: [CN, RU] }
  - { key: letter, title: Letter, kind: DIPLOMATIC_NOTE, date: 2005-01-01, verification: VERIFIED }
propositions:
  - key: tw-part
    issues: [taiwan]
    text: Taiwan is a part of China.
    stances:
      - party: CN
        from: 2001-07-16
        position: SUPPORT
        rationale: China says so.
        basis: CO_SIGNATURE
        confidence: HIGH
        citations:
          - { document: treaty, locator: article 5, keyPhrase: an inalienable part, verification: VERIFIED }
          - { document: letter, role: CARRIER, verification: FROM_KNOWLEDGE }
      - party: RU
        from: 2001-07-16
        position: SUPPORT
        basis: CO_SIGNATURE
        confidence: HIGH
        citations:
          - { document: treaty, verification: VERIFIED }
  - key: tw-force
    issues: [taiwan]
    text: Force may be used.
    stances:
      - party: CN
        from: 2005-03-14
        position: LEAN_SUPPORT
        basis: OWN_STATEMENT
        confidence: MEDIUM
        citations:
          - { document: letter, verification: VERIFIED }
  - key: a-res-1
    kind: ROLL_CALL
    issues: [taiwan]
    text: A resolution.
    document: letter
    rollCall: { body: UNGA, session: 60, tabled: 2005-12-01, scope: WHOLE }
passages:
  - key: treaty-5
    document: treaty
    locator: article 5
    kind: POSITION
    parties: [CN, RU]
    stances: [cn--tw-part--2001-07-16]
`;
