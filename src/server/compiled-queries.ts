import { type DocumentNode, type ExecutionArgs, getVariableValues, Kind, type OperationDefinitionNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { schema } from '#graphql/schema.ts';
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
    if (compiled === null || !hasGoodVariables(compiled, args.variableValues)) return null;
    const text = document.loc?.source.body;
    if (text) this.#byText.set(text, compiled);
    return compiled;
  }

  /** The compiled form of a document that has passed all checks and was executed before, by its text. */
  ofText(text: string): Compiled | null {
    return this.#byText.get(text) ?? null;
  }
}

/** Whether the variables are what the query declares; what is wrong with them, graphql-js says better. */
export const hasGoodVariables = ({ operation }: Compiled, values: ExecutionArgs['variableValues']): boolean =>
  getVariableValues(schema, operation.variableDefinitions ?? [], values ?? {}).errors === undefined;

/** Null for several operations (what is compiled is kept by document) and for what is no query. */
function compile(document: DocumentNode): Compiled | null {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const [operation, another] = operations as OperationDefinitionNode[]; // of that kind
  if (operation?.operation !== 'query' || another !== undefined) return null;
  const query = compileQuery(schema, document);
  return isCompiledQuery(query) ? { ...query, document, operation, name: nameOf(operation) } : null;
}
