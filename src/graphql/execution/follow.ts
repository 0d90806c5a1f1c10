import { GraphQLError, getArgumentValues, getVariableValues } from 'graphql';
import type { Context } from '../context.ts';
import type { Following, Follows } from '../live/following.ts';
import { schema } from '../schema.ts';
import type { Question } from './execute.ts';

/** A subscription that is to be followed. */
export interface Asked {
  /** After which revision; null: the newest. */
  readonly since: number | null;
  /** Checks the arguments against the ledger; the errors as a query with them would have. */
  readonly begin: (context: Context) => Following | readonly GraphQLError[];
}

/** What an admitted subscription asks, or the errors of its variables. */
export function asked({ operation, variables }: Question): Asked | readonly GraphQLError[] {
  const root = operation.subscribed;
  if (root === null) return [new GraphQLError('Expected a field of the type Subscription, found none.')];
  const { node, definition } = root;
  const coerced = getVariableValues(schema, operation.node.variableDefinitions ?? [], variables);
  if (coerced.variableValues === undefined) return coerced.errors;
  const failed = (error: unknown): readonly GraphQLError[] => {
    const { message, extensions } = error as GraphQLError; // of another error there are no extensions
    const path = [(node.alias ?? node.name).value];
    return [new GraphQLError(message, { nodes: node, path, originalError: error as Error, extensions })];
  };
  try {
    const args = getArgumentValues(definition, node, coerced.variableValues) as Arguments;
    const { follows } = definition.extensions as { readonly follows: Follows<Arguments> }; // as every such field has
    return {
      since: args.sinceRevision ?? null,
      begin(context) {
        try {
          return follows.begin(args, context);
        } catch (error) {
          return failed(error);
        }
      },
    };
  } catch (error) {
    return failed(error);
  }
}

type Arguments = Readonly<Record<string, unknown>> & { readonly sinceRevision?: number | null };
