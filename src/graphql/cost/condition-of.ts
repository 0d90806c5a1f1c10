import type { DirectiveNode } from 'graphql';
import { argumentsReader, type Variables } from './raw-arguments.ts';

/** Whether something is included, given the variables. */
export type Condition = (variables: Variables) => boolean;

/** When `@include` and `@skip` let a selection through; null: always. */
export function conditionOf(directives: readonly DirectiveNode[] | undefined): Condition | null {
  if (directives === undefined || directives.length === 0) return null;
  const conditions = directives.flatMap(({ name, arguments: args }) => {
    const read = argumentsReader(args);
    if (name.value === 'include') return [(variables: Variables) => read(variables).if === true];
    return name.value === 'skip' ? [(variables: Variables) => read(variables).if !== true] : [];
  });
  return conditions.length === 0 ? null : (variables) => conditions.every((holds) => holds(variables));
}
