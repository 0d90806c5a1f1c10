import {
  type DocumentNode,
  type ExecutionArgs,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type VariableValues,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { schema } from '#graphql/schema.ts';
import { type JsonWriter, jsonWriter } from './json-writer/json-writer.ts';
import { nameOf } from './use-request-record.ts';

/** From this time on that a document is asked, compiling it pays. */
const worthwhile = 3;

/** Letters of the texts that are kept to be recognised. */
const mostLetters = 16 * 1024 * 1024;

/** A valid document with a single query, as a function. */
export interface Compiled extends CompiledQuery {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the request log has it; null for a query without a name. */
  readonly name: string | null;
  /** Executes it and writes the JSON in one go; null when there is no writer for it, or none any more. */
  write: JsonWriter | null;
}

/** The queries that are asked again and again, compiled. docs/decisions/execution.md has the figures. */
export class CompiledQueries {
  readonly #timesAsked = new WeakMap<DocumentNode, number>();
  readonly #compiled = new WeakMap<DocumentNode, Compiled | null>();
  readonly #byText = new LRUCache<string, Compiled>({
    maxSize: mostLetters,
    sizeCalculation: (_, text) => text.length,
  });

  /** The compiled form of a query that is about to be executed; null while it is not worth it, or when it has to be executed as it is. */
  of(args: ExecutionArgs): Compiled | null {
    const { document } = args;
    const times = (this.#timesAsked.get(document) ?? 0) + 1;
    this.#timesAsked.set(document, times);
    if (times < worthwhile) return null;
    let compiled = this.#compiled.get(document);
    if (compiled === undefined) {
      compiled = compile(document);
      this.#compiled.set(document, compiled);
    }
    if (compiled === null || variablesOf(compiled, args.variableValues) === null) return null;
    const text = document.loc?.source.body;
    if (text) this.#byText.set(text, compiled);
    return compiled;
  }

  /** The compiled form of a document that has passed all checks and was executed before, by its text. */
  ofText(text: string): Compiled | null {
    return this.#byText.get(text) ?? null;
  }
}

/** The variables as the query declares them; null when they are not: what is wrong with them, graphql-js says better. */
export const variablesOf = ({ operation }: Compiled, values: ExecutionArgs['variableValues']): VariableValues | null =>
  getVariableValues(schema, operation.variableDefinitions ?? [], values ?? {}).variableValues ?? null;

/** Null for several operations (what is compiled is kept by document), for what is no query, and for what graphql-jit answers wrongly. */
function compile(document: DocumentNode): Compiled | null {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const [operation, another] = operations as OperationDefinitionNode[]; // of that kind
  if (operation?.operation !== 'query' || another !== undefined) return null;
  if (document.loc?.source.body.includes('__proto__')) return null; // an alias that graphql-jit's objects lose
  const query = compileQuery(schema, document);
  if (!isCompiledQuery(query)) return null;
  return { ...query, document, operation, name: nameOf(operation), write: jsonWriter(schema, document, operation) };
}
