const members19 = 'BE CA CZ DE DK ES FR GB GR HU IS IT LU NL NO PL PT TR US'.split(' ');
const joined = 'BG EE LT LV RO SI SK'.split(' ');

const vote = (position: string, day: string, parties: readonly string[]) =>
  parties
    .map((party) => `\n      - { party: ${party}, from: ${day}, position: ${position}, basis: VOTE, confidence: HIGH }`)
    .join('');

interface Votes {
  readonly key: string;
  readonly day: string;
  readonly session: number;
  readonly support?: readonly string[];
  readonly neutral?: readonly string[];
  readonly oppose?: readonly string[];
  readonly absent?: readonly string[];
}

const rollCall = ({ key, day, session, support = [], neutral = [], oppose = [], absent = [] }: Votes) => `
  - key: ${key}
    kind: ROLL_CALL
    text: A vote of ${day}.
    rollCall: { body: ASSEMBLY, session: ${session}, tabled: ${day}, scope: WHOLE }
    stances:${vote('SUPPORT', day, support)}${vote('NEUTRAL', day, neutral)}${vote('OPPOSE', day, oppose)}
    absences:${absent.length === 0 ? ' []' : absent.map((party) => `\n      - { party: ${party}, on: ${day} }`).join('')}
`;

/**
 * Votes of the seed files' countries about the day on which NATO grew from 19 to 26 members: a majority with two dissenters and an absence on the eve, a tie of
 * those that spoke on the day, and one on which too few spoke; and two about the day on which the United Kingdom left the European Union.
 */
export const natoVotes = `
propositions:
${[
  {
    key: 'v-eve',
    day: '2004-03-28',
    session: 58,
    support: [...members19.slice(0, 12), 'RU'],
    neutral: ['TR'],
    oppose: ['US', ...joined],
    absent: ['PT'],
  },
  { key: 'v-day', day: '2004-03-29', session: 58, support: [...joined, 'RU'], oppose: members19.slice(0, 7) },
  { key: 'v-few', day: '2004-03-29', session: 59, support: ['US', 'GB', 'FR', 'RU'] },
  { key: 'v-last', day: '2020-01-31', session: 74, oppose: ['GB', 'RU'], support: ['FR'] },
  { key: 'v-after', day: '2020-02-01', session: 74, oppose: ['GB', 'RU'], support: ['FR'] },
]
  .map(rollCall)
  .join('')}`;
