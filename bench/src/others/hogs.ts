/** A request that keeps a server busy, or did. */
export interface Hog {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Below the server's address. */
  readonly path: string;
  readonly body?: string;
  /** How its answer is packed; gzip unless said otherwise. */
  readonly encoding?: 'identity';
  /** Bytes that are sent instead of a request. */
  readonly bytes?: string;
}

/** What of a ledger the hogs ask for, by key. */
export interface HogKeys {
  /** Those with the most votes first. */
  readonly countries: readonly string[];
}

const post = (name: string, query: string, variables: unknown = {}): Hog => ({
  name,
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
});

const get = (name: string, path: string): Hog => ({ name, method: 'GET', path });

const aliases = (count: number, field: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => `a${n}: ${field(n)}`).join(' ');

/** One letter that NFKD makes 18 letters and four words, 200 times. */
const ligatures = '\ufdfa'.repeat(200);

const search = (list: string, count: number) =>
  `query Search($s: String!) { ${aliases(count, () => `${list}(search: $s, first: 0) { totalCount }`)} }`;

const record = (name: string, countries: readonly string[]) =>
  get(name, `/q/voting-record.csv?${new URLSearchParams({ parties: countries.join(',') })}`);

/** The hogs of a ledger. Another one is another line. */
export const hogs = ({ countries }: HogKeys): readonly Hog[] => [
  { name: 'a request without Host', method: 'GET', path: '/', bytes: 'GET / HTTP/1.1\r\n\r\n' },
  post('documents(search:) of 200 ligatures', search('documents', 1), { s: ligatures }),
  post('the same, 5 aliases', search('documents', 5), { s: ligatures }),
  post('propositions(search:) of 200 ligatures, 20 aliases', search('propositions', 20), { s: ligatures }),
  post('documents(search:) in ordinary use', search('documents', 1), { s: 'joint statement on the situation' }),
  post(
    '28 aliases of changes over 201 parties',
    `query Changes($parties: [String!]!) { comparison(parties: $parties, scope: { kinds: [CLAIM, ROLL_CALL] }) {
      ${aliases(28, (n) => `changes(from: { date: "${1950 + n}-01-01" }, to: { date: "2020-01-01" }, first: 0) { totalCount }`)} } }`,
    { parties: countries.slice(0, 201) },
  ),
  record('/q/voting-record.csv of 4 countries', countries.slice(0, 4)),
  record('/q/voting-record.csv of 8 countries', countries.slice(0, 8)),
  record('/q/voting-record.csv of 40 countries', countries.slice(0, 40)),
  { ...record('the same, as it is', countries.slice(0, 40)), encoding: 'identity' },
  post(
    '20 aliases of what revision 2 added and retired',
    `{ ${aliases(20, () => 'revision(number: 2) { addedStances(first: 1) { totalCount } retiredStances(first: 1) { totalCount } }')} }`,
  ),
  post(
    '20 aliases of all stances by party',
    `{ ${aliases(20, () => 'stances(first: 1, inForce: false, orderBy: PARTY) { totalCount nodes { key } }')} }`,
  ),
  post(
    '20 aliases of the dataset as known before',
    `{ ${aliases(20, (n) => `dataset(asKnownAt: ${n % 3}) { coverage { earliest latest } counts { stances absences citations } }`)} }`,
  ),
  post(
    'ideal points of a session',
    '{ idealPoints(scope: { rollCalls: { sessions: [73] } }) { points { party { key } value standardError } } }',
  ),
  post(
    'unknowns over all roll calls',
    '{ unknowns(scope: { kinds: [ROLL_CALL] }) { total gaps { party { key } proposition { key } gain } } }',
  ),
  post(
    'the matrix of all countries over all roll calls',
    '{ agreementMatrix(scope: { kinds: [ROLL_CALL] }) { values shared parties { key } } }',
  ),
];
