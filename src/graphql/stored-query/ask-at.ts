import { type GraphQLError, parse } from 'graphql';
import type { Database } from '#postgres/open-database.ts';
import { Refusal } from '#refusal/refusal.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Ask, QueryAnswer, QueryEngine } from '#stored-queries/query-engine.ts';
import type { PageSizes } from '../connection.ts';
import { type Context, createLoaders } from '../context.ts';
import { type Operation, ValidDocument } from '../execution/documents.ts';
import { admit, execute } from '../execution/execute.ts';
import { walkedDocument } from '../execution/read-document.ts';

/** What questions are answered with outside of the server. */
export interface AskingAlone {
  readonly database: Database;
  readonly engine: QueryEngine;
  readonly pageSizes: PageSizes;
  readonly maxCost: number;
}

/** Asks valid documents of one query of a snapshot, on a UTC day: for nobody in particular and without a budget. A bug is thrown. */
export function askAt({ database, engine, pageSizes, maxCost }: AskingAlone, snapshot: Snapshot, today: number): Ask {
  const operations = new Map<string, Operation>();
  const operationOf = (text: string): Operation => {
    const before = operations.get(text);
    if (before !== undefined) return before;
    const [operation] = new ValidDocument(text, walkedDocument(parse(text))).operations;
    if (operation === undefined) throw new TypeError('found a stored query without an operation');
    operations.set(text, operation);
    return operation;
  };
  const context = (): Context => ({
    database,
    caller: null,
    snapshots: { atLeast: async () => snapshot },
    snapshot,
    today,
    loaders: createLoaders(database, snapshot.revision),
    pageSizes,
    engine,
    destinations: [],
  });
  return async (text, variables) => {
    const question = { operation: operationOf(text), variables };
    const refused = await admit(question, { snapshot, pageSizes }, { maxCost, charge: () => null });
    if (refused !== null) return { errors: refused };
    const answer = await execute(question, context());
    if (typeof answer === 'string') return JSON.parse(answer) as QueryAnswer; // of the query's shape
    const bug = answer.errors?.find(isBug);
    if (bug !== undefined) throw bug.originalError;
    return answer as QueryAnswer; // an object without prototype, of the query's shape
  };
}

/** Whether the message of an error may only go to the log. */
const isBug = ({ originalError }: GraphQLError): boolean =>
  originalError !== undefined && !(originalError instanceof Refusal) && originalError.name !== 'GraphQLError';
