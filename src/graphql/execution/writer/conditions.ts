import { type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';
import { NotWritableError } from './not-writable-error.ts';

/** The values of the variables on which `@skip` and `@include` of a document depend. */
export type Conditions = ReadonlyMap<string, boolean>;

/** Names of the variables on which `@skip` and `@include` of a document depend. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Decides by these values which fields and fragments are included; throws NotWritableError at any other directive. */
export const includedUnder =
  (conditions: Conditions) =>
  ({ directives = [] }: SelectionNode): boolean =>
    directives.every(({ name, arguments: given }) => {
      const wanted = name.value === 'include' ? true : name.value === 'skip' ? false : null;
      const value = given?.[0]?.value;
      if (wanted === null || value === undefined) throw new NotWritableError(`@${name.value}`);
      if (value.kind === Kind.BOOLEAN) return value.value === wanted;
      const known = value.kind === Kind.VARIABLE ? conditions.get(value.name.value) : undefined;
      if (known === undefined) throw new NotWritableError(`@${name.value} with a value that is not known`);
      return known === wanted;
    });
