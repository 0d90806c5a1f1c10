import fc from 'fast-check';
import { buildSchema } from 'graphql';

export const schema = buildSchema(`
  input Filter { revision: Int, names: [String!], deep: Filter }
  type Thing { name: String, other: Thing, things(filter: Filter, first: Int = 5): [Thing!]! }
  type Query { thing: Thing }`);

const conditions = fc.constantFrom('', '', '', '@skip(if: $a)', '@include(if: true) @skip(if: $b)');
const given = fc.constantFrom('', '(first: 2)', '(filter: { names: ["x", $n], deep: { revision: 1 } })');
const names = ['...F0', '...F1', '...F2'];

const phrase = (...words: fc.Arbitrary<string>[]) => fc.tuple(...words).map((all) => all.join(' '));

/** A selection on a Thing that may spread fragments from a certain one on. */
function selection(from: number, depth: number): fc.Arbitrary<string> {
  const leaf = phrase(fc.constantFrom('name', 'n1: name', '__typename'), conditions);
  const spreads = names.slice(from);
  const simple = spreads.length === 0 ? leaf : fc.oneof(leaf, phrase(fc.constantFrom(...spreads), conditions));
  if (depth === 0) return simple;
  const inner = selections(from, depth - 1);
  const object = phrase(fc.constantFrom('other', 'o1: other'), conditions, inner);
  const list = phrase(fc.constant('things'), given, conditions, inner);
  const inline = phrase(fc.constantFrom('...', '... on Thing'), conditions, inner);
  return fc.oneof(simple, object, list, inline);
}

const selections = (from: number, depth: number): fc.Arbitrary<string> =>
  fc.array(selection(from, depth), { minLength: 1, maxLength: 4 }).map((all) => `{ ${all.join(' ')} }`);

/** The text of a query about a Thing, whose fragments spread only later ones. */
export const randomDocument = fc
  .tuple(selections(0, 2), selections(1, 1), selections(2, 1), selections(3, 1))
  .map(([query, ...fragments]) =>
    [
      `query ($a: Boolean!, $b: Boolean!, $n: String! = "n") { thing ${query} }`,
      ...fragments.map((set, index) => `fragment F${index} on Thing ${set}`),
    ].join('\n'),
  );
