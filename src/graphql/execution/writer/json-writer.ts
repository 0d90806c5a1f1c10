import { GraphQLError, type OperationDefinitionNode, type VariableValues } from 'graphql';
import { LRUCache } from 'lru-cache';
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

/** From this repetition of a query on, creating a writer pays off. */
const worthwhile = 3;

/** Combinations of the conditions of one query for which writers are made, and variables that these may depend on. */
const mostVariants = 8;
const mostConditions = 16;

/** After so many attempts in a row that came to nothing, a query is left to graphql-js. */
const mostFailures = 4;

/** So often a writer is made again with what its runs have taught; what a query never reached by then stays unknown. */
const mostLessons = 4;

/** One combination of the values on which `@skip` and `@include` of a query depend. */
interface Variant {
  readonly conditions: Conditions;
  timesAsked: number;
  /** Attempts since the last that was written. */
  failures: number;
  lessons: number;
}

const mostBytes = 64 * 1024 * 1024;

/** All writers that are kept, by what they weigh. */
const keptOf = (sharers: number) =>
  new LRUCache<Variant, JsonWriter>({
    maxSize: Math.ceil(mostBytes / sharers),
    sizeCalculation: ({ weight }) => weight,
  });
let kept = keptOf(1);

/** Divides the memory for writers among so many threads; those made before are made again. */
export function shareWriters(sharers: number): void {
  kept = keptOf(sharers);
}

/** The writers of one operation. */
export class Writers {
  readonly #walked: WalkedDocument;
  readonly #operation: OperationDefinitionNode;
  readonly #variants = new Map<string, Variant>();

  constructor(walked: WalkedDocument, operation: OperationDefinitionNode) {
    this.#walked = walked;
    this.#operation = operation;
  }

  /**
   * Executes the operation and writes the JSON of its answer; null when graphql-js has to: there is no writer, it is not worth it yet, it gave up, or
   * what a condition depends on is no boolean.
   */
  write(context: unknown, variables: VariableValues): string | null | Promise<string | null> {
    const variant = this.#variantOf(variables.coerced);
    if (variant === null || ++variant.timesAsked < worthwhile || variant.failures === mostFailures) return null;
    const writer = this.#writerOf(variant);
    if (writer === null) return null;
    const noted = (written: string | null) => {
      variant.failures = written === null ? variant.failures + 1 : 0;
      if (writer.hasLearned && variant.lessons < mostLessons) {
        variant.lessons++;
        kept.delete(variant);
      }
      return written;
    };
    const written = writer.write(context, variables);
    return written instanceof Promise ? written.then(noted) : noted(written);
  }

  /** The same for a query in which nothing has to be waited for, and whose writer is there; null for every other. */
  writeAtOnce(context: unknown, variables: VariableValues): string | null {
    const variant = this.#variantOf(variables.coerced);
    const writer = variant === null ? undefined : kept.get(variant);
    if (variant === null || !writer?.isAtOnce || variant.failures > 0) return null;
    const written = writer.write(context, variables);
    if (typeof written === 'string') return written;
    variant.failures++;
    return null;
  }

  #writerOf(variant: Variant): JsonWriter | null {
    const before = kept.get(variant);
    if (before !== undefined) return before;
    const writer = jsonWriter(this.#walked, this.#operation, variant.conditions);
    if (writer === null) variant.failures = mostFailures;
    else kept.set(variant, writer);
    return writer;
  }

  #variantOf(coerced: VariableValues['coerced']): Variant | null {
    const names = this.#walked.conditionVariables;
    let key = '';
    for (const name of names) {
      const value = coerced[name];
      if (typeof value !== 'boolean') return null;
      key += value ? '1' : '0';
    }
    const before = this.#variants.get(key);
    if (before !== undefined) return before;
    if (this.#variants.size === mostVariants || names.length > mostConditions) return null;
    const conditions = Object.fromEntries(names.map((name) => [name, coerced[name] === true]));
    const variant = { conditions, timesAsked: 0, failures: 0, lessons: 0 };
    this.#variants.set(key, variant);
    return variant;
  }
}
