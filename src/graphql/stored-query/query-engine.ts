import { type GraphQLError, getOperationAST, parse } from 'graphql';
import { dateOf, utcDay } from '#agreement/day.ts';
import { ExportError } from '#exports/export-error.ts';
import { readSources } from '#ledger/read/sources.ts';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import { Refusal } from '#refusal/refusal.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { pastSnapshot } from '#snapshot/snapshot-at.ts';
import type { QueryAnswer, QueryEngine, QuerySession } from '#stored-queries/query-engine.ts';
import type { PageSizes } from '../connection.ts';
import { type Context, createLoaders } from '../context.ts';
import type { LedgerSizes } from '../cost/field-cost.ts';
import { compileCost } from '../cost/query-cost.ts';
import { type Operation, ValidDocument } from '../execution/documents.ts';
import { admit, execute } from '../execution/execute.ts';
import { type DocumentLimits, shapeErrors, walkedDocument } from '../execution/read-document.ts';
import { schema } from '../schema.ts';

export interface EngineOptions {
  /** How much the ledger holds, for the cost of a query; null when nobody knows yet. */
  sizes(): LedgerSizes | null;
  /** How many rows a page of a list has. */
  readonly pageSizes: PageSizes;
  /** How large a document, and how costly a query, may be. */
  readonly limits: DocumentLimits & { readonly maxCost: number };
}

/** The schema, as exports use it for stored queries. */
export function createQueryEngine({ sizes, pageSizes, limits }: EngineOptions): QueryEngine {
  const { maxCost } = limits;
  const engine: QueryEngine = {
    schema,
    largestPage: pageSizes.largest,
    sizeProblems: (document) => shapeErrors(walkedDocument(document), limits).map(({ message }) => message),
    costProblem(document, variables) {
      const known = sizes();
      const operation = getOperationAST(document);
      if (known === null || !operation) return null;
      const found = compileCost(walkedDocument(document), operation)(variables, known, pageSizes);
      return found <= maxCost ? null : `a cost of up to ${found} points, expected at most ${maxCost}`;
    },
    open: (databaseUrl, asKnownAt) => openSession(databaseUrl, asKnownAt, { engine, pageSizes, maxCost }),
  };
  return engine;
}

async function openSession(
  databaseUrl: string,
  asKnownAt: number | null,
  given: Pick<Session, 'engine' | 'pageSizes' | 'maxCost'>,
): Promise<QuerySession> {
  const database = await openDatabase(databaseUrl, { poolSize: 2, statementTimeoutMs: 0 });
  try {
    const newest = await buildSnapshot(databaseUrl);
    const number = asKnownAt ?? newest.revision;
    const record = await database.prisma.revision.findUnique({ where: { number } });
    if (record === null || number > newest.revision) throw unknownRevision(asKnownAt);
    const snapshot = pastSnapshot(newest, number);
    const origins = await readSources(database.pool, number);
    return sessionAt({ ...given, database, snapshot, time: record.time, origins });
  } catch (error) {
    await database.close();
    throw error;
  }
}

const unknownRevision = (asKnownAt: number | null) =>
  new ExportError(
    'UNKNOWN_REVISION',
    asKnownAt === null
      ? 'The ledger is empty; there is nothing to export yet.'
      : `The ledger has no revision ${asKnownAt}.`,
  );

interface Session {
  readonly engine: QueryEngine;
  readonly pageSizes: PageSizes;
  readonly maxCost: number;
  readonly database: Database;
  readonly snapshot: Snapshot;
  readonly time: Date;
  readonly origins: QuerySession['origins'];
}

function sessionAt({ engine, pageSizes, maxCost, database, snapshot, time, origins }: Session): QuerySession {
  const today = utcDay(new Date());
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
  return {
    ledger: snapshot.ledger,
    revision: { number: snapshot.revision, time, digest: snapshot.digest },
    origins,
    day: dateOf(today),
    async ask(text, variables) {
      const question = { operation: operationOf(text), variables };
      const refused = await admit(question, { snapshot, pageSizes }, { maxCost, charge: () => null });
      if (refused !== null) return { errors: refused };
      const answer = await execute(question, context());
      if (typeof answer === 'string') return JSON.parse(answer) as QueryAnswer; // of the query's shape
      const bug = answer.errors?.find(isBug);
      if (bug !== undefined) throw bug.originalError;
      return answer as QueryAnswer; // an object without prototype, of the query's shape
    },
    close: () => database.close(),
  };
}

/** Whether the message of an error may only go to the log. */
const isBug = ({ originalError }: GraphQLError): boolean =>
  originalError !== undefined && !(originalError instanceof Refusal) && originalError.name !== 'GraphQLError';
