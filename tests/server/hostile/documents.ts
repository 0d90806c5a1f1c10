import fc from 'fast-check';
import { anything, day, id, number, text } from './values.ts';

/** Questions that take every kind of argument; their variables are anything. */
const questions = [
  'query ($a: String!) { party(key: $a) { key name stances(first: 1) { totalCount } } }',
  'query ($a: String!, $n: Int) { stance(key: $a, asKnownAt: $n) { key verb citations { locator } } }',
  'query ($a: String!) { document(key: $a) { title passages { nodes { key } } } }',
  'query ($a: ID!) { node(id: $a) { __typename id } }',
  'query ($l: [ID!]!) { nodes(ids: $l) { __typename id } }',
  'query ($n: Int!) { revision(number: $n) { message } }',
  'query ($a: String, $n: Int, $b: String) { revisions(source: $a, first: $n, after: $b) { totalCount } }',
  'query ($l: [String!]!, $s: ScopeInput, $n: Int) { comparison(parties: $l, scope: $s) { rows(first: $n) { nodes { since cells { position } } } } }',
  'query ($l: [String!]!, $d: Date) { agreement(parties: $l, scope: { asOf: $d }) { value evidence { totalCount } } }',
  'query ($l: [String!], $d: Date, $e: Date) { agreementMatrix(parties: $l, scope: { takenFrom: $d, takenBefore: $e }) { values } }',
  'query ($a: String, $b: String, $n: Int) { parties(search: $a, memberOf: $b, last: $n) { nodes { key } } }',
  'query ($a: String, $l: [String!], $d: Date, $e: Date) { documents(search: $a, signatories: $l, dateFrom: $d, dateBefore: $e) { totalCount nodes { key stances { totalCount } } } }',
  'query ($a: String, $l: [String!], $b: String) { stances(filter: { document: $a, parties: $l }, after: $b) { totalCount } }',
  'query ($a: String, $l: [String!], $m: [Int!]) { propositions(search: $a, issues: $l, rollCalls: { bodies: $l, sessions: $m }) { totalCount } }',
  'query ($d: Date, $n: Int) { party(key: "nato") { members(asOf: $d, asKnownAt: $n, ever: true) { totalCount } } }',
  'query ($l: [String!]!, $d: Date) { comparison(parties: $l, scope: { asOf: $d }) { jointDocuments { nodes { title } } } }',
];

/** Values of the right type more often than not. */
export const variables = fc.record(
  {
    a: fc.oneof({ weight: 3, arbitrary: fc.oneof(text, id) }, { weight: 1, arbitrary: anything }),
    b: fc.oneof(text, id),
    n: fc.oneof({ weight: 3, arbitrary: number }, { weight: 1, arbitrary: anything }),
    d: fc.oneof({ weight: 3, arbitrary: day }, { weight: 1, arbitrary: anything }),
    e: day,
    l: fc.oneof(
      { weight: 3, arbitrary: fc.array(fc.oneof(text, id), { maxLength: 6 }) },
      { weight: 1, arbitrary: anything },
    ),
    m: fc.array(number, { maxLength: 3 }),
    s: fc.oneof(
      fc.dictionary(fc.constantFrom('issues', 'propositions', 'asOf', 'asKnownAt', 'kinds', 'x'), anything),
      anything,
    ),
  },
  { requiredKeys: [] },
);

const literal = fc.oneof(
  text.map((value) => JSON.stringify(value)),
  number.map(String),
  fc.constantFrom('null', 'X', '[]', '{}', '[["CN"]]', '$v'),
);
const names = [
  'party',
  'parties',
  'nodes',
  'node',
  'stances',
  'comparison',
  'rows',
  'cells',
  '__schema',
  '__type',
  'evidence',
  'dataset',
  'x',
];
const { selection } = fc.letrec<{ selection: string }>((tie) => ({
  selection: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom('key', 'name', '__typename', 'totalCount', 'id', '...F', 'values', 'nope'),
    fc
      .tuple(
        fc.constantFrom('', 'a: ', 'b: '),
        fc.constantFrom(...names),
        fc.array(fc.tuple(fc.constantFrom('key', 'id', 'first', 'parties', 'after', 'scope', 'name'), literal), {
          maxLength: 2,
        }),
        fc.constantFrom('', '@include(if: true) ', '@skip(if: $v) ', '@nope '),
        fc.array(tie('selection'), { minLength: 1, maxLength: 3 }),
      )
      .map(([alias, name, args, directive, inner]) => {
        const written = args.length > 0 ? `(${args.map(([arg, value]) => `${arg}: ${value}`).join(', ')})` : '';
        return `${alias}${name}${written} ${directive}{ ${inner.join(' ')} }`;
      }),
  ),
}));
const madeUp = fc
  .tuple(
    fc.constantFrom('', 'query ($v: String) ', 'mutation ', 'subscription '),
    selection,
    fc.constantFrom('', ' fragment F on Party { key ...F }', ' fragment F on Query { x: party(key: "CN") { key } }'),
  )
  .map(([start, body, fragment]) => `${start}{ ${body} }${fragment}`);
const abyss = fc
  .tuple(fc.constantFrom('{a', '[', '{a(b:', '"', '#', '{...F', '(', '\u{feff}'), fc.nat(30_000))
  .map(([piece, times]) => piece.repeat(times));

export const document = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...questions) },
  { weight: 3, arbitrary: madeUp },
  { weight: 1, arbitrary: abyss },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
