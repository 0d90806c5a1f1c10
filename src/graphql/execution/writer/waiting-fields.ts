import type { GraphQLField } from 'graphql';
import { isPromise } from './runtime.ts';

export type Field = GraphQLField<unknown, unknown>;
export type Resolve = NonNullable<Field['resolve']>;

/**
 * Whether the resolver of a field returns promises, learned by looking. A writer waits for what is known to wait and looks for no promise in what is
 * known not to, which keeps it short; of the rest it looks and notes what it sees.
 */
const seen = new WeakMap<Field, 'RETURNS_VALUES' | 'RETURNS_PROMISES'>();

export const behaviourOf = (field: Field) =>
  field.resolve?.constructor.name === 'AsyncFunction' ? 'RETURNS_PROMISES' : (seen.get(field) ?? 'UNKNOWN');

/** The resolver of a field, which also notes what it returns. */
export const observed =
  (field: Field, resolve: Resolve): Resolve =>
  (...args) => {
    const value = resolve(...args);
    if (isPromise(value)) seen.set(field, 'RETURNS_PROMISES');
    else if (!seen.has(field)) seen.set(field, 'RETURNS_VALUES');
    return value;
  };

/** Forgets what was seen of fields, because one of them did otherwise. */
export function forget(fields: Iterable<Field>): void {
  for (const field of fields) if (seen.get(field) === 'RETURNS_VALUES') seen.delete(field);
}
