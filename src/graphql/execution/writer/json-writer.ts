import { GraphQLError, type OperationDefinitionNode, type VariableValues } from 'graphql';
import type { WalkedDocument } from '#query-document/walk-document.ts';
import { type Conditions, IncludedFields, NotWritableError } from './included-fields.ts';
import { GivenUp, writeWhole } from './runtime.ts';
import { forget } from './waiting-fields.ts';
import { WriterCompiler } from './writer-compiler.ts';

/**
 * Executes a query and writes the JSON of its answer as it goes, with a promise where something has to be waited for. Null when graphql-js has to
 * execute it: something failed, or is null though it must not be.
 */
export interface JsonWriter {
  readonly write: (context: unknown, variables: VariableValues) => string | null | Promise<string | null>;
  /** Whether it has seen which fields have to be waited for, beyond what it knew when it was made: one made now is faster, or does not give up. */
  readonly hasLearned: boolean;
  /** Whether nothing in it has to be waited for, as far as is known. */
  readonly isAtOnce: boolean;
  /** Bytes of memory that it takes, roughly. */
  readonly weight: number;
}

/** V8's bytecode, feedback and constants beside the text of a function, as measured with 2,000 writers. */
const bytesPerLetter = 12;

/**
 * The writer of a query of a valid document where the variables of `@skip` and `@include` have these values; null when it has something for which none
 * is made: other directives, fields of interfaces and unions, introspection. What it writes is what graphql-js answers.
 */
export function jsonWriter(
  walked: WalkedDocument,
  operation: OperationDefinitionNode,
  conditions: Conditions = {},
): JsonWriter | null {
  const root = walked.schema.getQueryType();
  if (!root || operation.operation !== 'query' || operation.directives?.length) return null;
  try {
    const compiler = new WriterCompiler(new IncludedFields(walked, conditions));
    const run = compiler.query(root, operation);
    const { fields, isLearning, mayWait, letters } = compiler;
    let gaveUpWaiting = false;
    // For any error, graphql-js produces the message and path.
    const failed = (error: unknown) => {
      if (error instanceof GivenUp && error.waits) {
        forget(fields);
        gaveUpWaiting = true;
      }
      return null;
    };
    return {
      write(context, variables) {
        try {
          const written = writeWhole(run, undefined, context, variables);
          return typeof written === 'string' ? written : written.catch(failed);
        } catch (error) {
          return failed(error);
        }
      },
      get hasLearned() {
        return isLearning || gaveUpWaiting;
      },
      isAtOnce: !mayWait && !isLearning,
      weight: letters * bytesPerLetter,
    };
  } catch (error) {
    if (error instanceof NotWritableError || error instanceof GraphQLError) return null; // graphql-js says what is wrong
    throw error;
  }
}
