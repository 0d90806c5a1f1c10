/** Two camps of five countries each, India between them, and Nauru, which votes once. */
export const camps = {
  west: ['AU', 'CA', 'FR', 'GB', 'US'],
  east: ['CN', 'CU', 'IR', 'RU', 'SY'],
  between: 'IN',
  silent: 'NR',
} as const;

const day = '2020-10-01';

const vote = (party: string, position: string) =>
  `\n      - { party: ${party}, from: ${day}, position: ${position}, basis: VOTE, confidence: HIGH }`;

const rollCall = (key: string, scope: string, votes: readonly (readonly [string, string])[]) => `
  - key: ${key}
    kind: ROLL_CALL
    text: A vote on ${key}.
    rollCall: { body: CHAMBER, session: 1, tabled: ${day}, scope: ${scope} }
    stances:${votes.map(([party, position]) => vote(party, position)).join('')}
`;

const all = (parties: readonly string[], position: string) => parties.map((party) => [party, position] as const);

const divided = (n: number) =>
  rollCall(`camp-${n}`, 'WHOLE', [
    ...all(camps.west, n % 2 === 0 ? 'SUPPORT' : 'OPPOSE'),
    ...all(camps.east, n % 2 === 0 ? 'OPPOSE' : 'SUPPORT'),
    [camps.between, n % 4 < 2 ? 'NEUTRAL' : n % 4 === 2 ? 'SUPPORT' : 'OPPOSE'],
    ...(n === 0 ? all([camps.silent], 'SUPPORT') : []),
  ]);

const everybody = [...camps.west, ...camps.east, camps.between];

/** Eight votes that part the camps, one on which all are for, and one on a paragraph that parts them too. */
export const campVotes = `
propositions:
${[
  ...Array.from({ length: 8 }, (_, n) => divided(n)),
  rollCall('camp-all', 'WHOLE', all(everybody, 'SUPPORT')),
  rollCall('camp-paragraph', 'PARAGRAPH', [...all(camps.west, 'OPPOSE'), ...all(camps.east, 'SUPPORT')]),
].join('')}`;
