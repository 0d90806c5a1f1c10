import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
  print,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';
import { operationOf } from './selection.ts';

/** A variable of a stored query. */
export interface DeclaredVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** The type as the document writes it: `[String!]!`. */
  readonly typeText: string;
  /** What it is when nobody says; undefined without one. Of the query, else of its document. */
  readonly fallback: unknown;
  /** Whether there is no answer without it. */
  readonly required: boolean;
}

/** The variables that a valid document declares, in its order. */
export function declaredVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  defaults: Readonly<Record<string, unknown>>,
): DeclaredVariable[] {
  return (operationOf(document).variableDefinitions ?? []).map(({ variable, type: written, defaultValue }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, written) as GraphQLInputType; // the document is valid
    const own = defaultValue === undefined ? undefined : valueFromASTUntyped(defaultValue);
    const fallback = Object.hasOwn(defaults, name) ? defaults[name] : own;
    return { name, type, typeText: print(written), fallback, required: isNonNullType(type) && fallback === undefined };
  });
}
