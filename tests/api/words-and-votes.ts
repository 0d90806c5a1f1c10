/** A claim, what four countries say on it, and its deeds: votes of which the ledger knows nothing yet but what one stance tells. */
export const words = `
countries:
  - { key: US, name: United States }
  - { key: CN, name: China }
  - { key: FR, name: France }
  - { key: IN, name: India }
blocs:
  - key: pact
    name: Pact
    members: [{ country: US, from: 2000-01-01 }, { country: CN, from: 2000-01-01 }]
issues:
  - { key: water, name: Water }
  - { key: fire, name: Fire }
documents:
  - { key: note, title: Note, kind: DIPLOMATIC_NOTE, date: 2010-01-01, verification: VERIFIED }
  - { key: a-70-1, title: Water, kind: UN_RESOLUTION_VOTE, date: 2015-12-01, symbol: A/RES/70/1, verification: VERIFIED }
propositions:
  - key: claim
    issues: [water]
    text: Water is for all.
    stances:
      - { party: US, from: 2010-01-01, position: SUPPORT, basis: OWN_STATEMENT, confidence: MEDIUM, citations: [{ document: note, verification: VERIFIED }] }
      - { party: CN, from: 2010-01-01, position: LEAN_SUPPORT, basis: OWN_STATEMENT, confidence: MEDIUM, citations: [{ document: note, verification: VERIFIED }] }
      - { party: FR, from: 2016-01-01, position: OPPOSE, basis: OWN_STATEMENT, confidence: MEDIUM, citations: [{ document: note, verification: VERIFIED }] }
      - { party: IN, from: 2015-12-01, position: NEUTRAL, basis: VOTE, confidence: HIGH, citations: [{ document: a-70-1, verification: VERIFIED }] }
deeds:
  - { proposition: claim, body: UNGA, symbol: A/RES/70/1, sign: 1, reason: It says so., verification: VERIFIED }
  - { proposition: claim, body: UNGA, symbol: A/RES/71/2, sign: -1, reason: It says so., verification: VERIFIED }
  - { proposition: claim, body: UNGA, symbol: A/RES/72/3, sign: 1, reason: It says so., verification: VERIFIED }
  - { proposition: claim, body: UNGA, symbol: A/RES/74/9, otherSymbols: [R/74/9B], sign: 1, reason: It says so., verification: VERIFIED }
`;

const vote = (day: string) => (party: string, position: string) =>
  `{ party: ${party}, from: ${day}, position: ${position}, basis: VOTE, confidence: HIGH }`;

interface RollCall {
  readonly key: string;
  readonly day: string;
  readonly session: number;
  readonly symbol: string;
  readonly scope?: string;
  readonly cast: Readonly<Record<string, string>>;
  readonly absent?: string;
}

const rollCall = ({ key, day, session, symbol, scope = 'WHOLE', cast, absent }: RollCall) => `
  - key: ${key}
    kind: ROLL_CALL
    text: A vote.
    rollCall: { body: UNGA, session: ${session}, symbol: ${symbol}, tabled: ${day}, scope: ${scope} }
    stances: [${Object.entries(cast).map(([party, position]) => vote(day)(party, position))}]
    absences: [${absent === undefined ? '' : `{ party: ${absent}, on: ${day} }`}]`;

/** The roll calls on three of the deeds, as another source has them, and one on a paragraph. */
export const votes = `propositions:${[
  {
    ...{ key: 'rc-0', day: '2015-12-01', session: 70, symbol: 'R/70/1', scope: 'PARAGRAPH' },
    cast: { US: 'OPPOSE', CN: 'OPPOSE', IN: 'OPPOSE' },
  },
  {
    ...{ key: 'rc-1', day: '2015-12-01', session: 70, symbol: 'R/70/1' },
    cast: { US: 'SUPPORT', CN: 'NEUTRAL', FR: 'OPPOSE', IN: 'NEUTRAL' },
  },
  {
    ...{ key: 'rc-2', day: '2016-12-01', session: 71, symbol: 'A/RES/71/2' },
    ...{ cast: { US: 'SUPPORT', CN: 'OPPOSE', IN: 'SUPPORT' }, absent: 'FR' },
  },
  { ...{ key: 'rc-9', day: '2019-12-01', session: 74, symbol: 'R/74/9B' }, cast: { US: 'NEUTRAL' } },
]
  .map(rollCall)
  .join('')}
`;
