import { type DocumentNode, visit } from 'graphql';

/**
 * How much work it is to validate a document: pairs of fields under one name, and of fragments, each of which graphql-js's rule about overlapping
 * fields may compare; about half a microsecond a pair. Takes time by the length of the document.
 */
export function validationWork(document: DocumentNode): number {
  const fields = new Map<string, number>();
  let spreads = 0;
  visit(document, {
    Field({ name, alias }) {
      const key = (alias ?? name).value;
      fields.set(key, (fields.get(key) ?? 0) + 1);
    },
    FragmentSpread() {
      spreads++;
    },
  });
  let pairs = spreads ** 2;
  for (const count of fields.values()) pairs += count ** 2;
  return pairs;
}
