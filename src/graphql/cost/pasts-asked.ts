import { Kind } from 'graphql';
import { eachValue, type Variables, valueReader } from '#query-document/arguments.ts';
import type { WalkedDocument } from '#query-document/walk-document.ts';
import { within } from './points.ts';

/** Arguments, and fields of their objects, that name a revision. */
const names = ['asKnownAt', 'revision'];

/**
 * Number of fields in a document that name a revision. How often such a field is resolved does not matter: the past catalogue is computed once.
 */
export function pastsAsked({ values }: WalkedDocument): (variables: Variables) => number {
  const named: ((variables: Variables) => boolean)[] = [];
  for (const { name, value } of values) {
    if (name.startsWith('$')) continue; // a default counts where its variable stands
    if (value.kind === Kind.VARIABLE && !names.includes(name)) {
      const read = valueReader(value);
      named.push((variables) => names.some((inner) => within(read(variables), inner) != null));
    }
    eachValue(
      value,
      (inner, field) => {
        if (field === null || !names.includes(field)) return;
        const read = valueReader(inner);
        named.push((variables) => read(variables) != null);
      },
      name,
    );
  }
  return (variables) => named.reduce((count, names) => (names(variables) ? count + 1 : count), 0);
}
