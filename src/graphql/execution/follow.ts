import { type GraphQLError, getArgumentValues, getVariableValues, GraphQLError as MadeError } from 'graphql';
import type { Context } from '../context.ts';
import type { Following, Follows } from '../live/following.ts';
import { schema } from '../schema.ts';
import type { Question } from './execute.ts';

/** A subscription that is to be followed. */
export interface Begun {
  readonly following: Following;
  /** After which revision; null: the newest. */
  readonly since: number | null;
}

/** Begins to follow an admitted subscription; or the errors that its variables and arguments have, as for a query. */
export function follow({ operation, variables }: Question, context: Context): Begun | readonly GraphQLError[] {
  const root = operation.subscribed;
  if (root === null) return [new MadeError('The subscription has no field.')];
  const { node, definition } = root;
  const coerced = getVariableValues(schema, operation.node.variableDefinitions ?? [], variables);
  if (coerced.variableValues === undefined) return coerced.errors;
  try {
    const args = getArgumentValues(definition, node, coerced.variableValues) as Arguments;
    const { begin } = (definition.extensions as { readonly follows: Follows<Arguments> }).follows; // as every such field has
    return { following: begin(args, context), since: args.sinceRevision ?? null };
  } catch (error) {
    const path = [(node.alias ?? node.name).value];
    return [
      error instanceof MadeError
        ? new MadeError(error.message, { nodes: node, path, originalError: error, extensions: error.extensions })
        : new MadeError((error as Error).message, { nodes: node, path, originalError: error as Error }),
    ];
  }
}

type Arguments = Readonly<Record<string, unknown>> & { readonly sinceRevision?: number | null };
