import { type DocumentNode, execute, type GraphQLError, getOperationAST, parse } from 'graphql';
import { ExportError } from '#exports/export-error.ts';
import type { QueryAnswer, QueryEngine, QuerySession } from '#exports/stored-query/query-engine.ts';
import { ledgerSizes } from '#ledger/compare/ledger-sizes.ts';
import { LedgerError } from '#ledger/ledger-error.ts';
import { type Database, openDatabase } from '#ledger/open-database.ts';
import { buildSnapshot } from '#ledger/snapshot/build-snapshot.ts';
import { dateOf, utcDay } from '#ledger/snapshot/day.ts';
import { digestAt } from '#ledger/snapshot/past.ts';
import type { Snapshot } from '#ledger/snapshot/snapshot.ts';
import { snapshotAt } from '#ledger/snapshot/snapshot-at.ts';
import { apiError } from '../api-error.ts';
import { pageSizes } from '../connection/page.ts';
import type { Context } from '../context.ts';
import type { LedgerSizes } from '../cost/field-cost.ts';
import { compileCost } from '../cost/query-cost.ts';
import { createLoaders } from '../loader/loaders.ts';
import { schema } from '../schema.ts';

export interface EngineOptions {
  /** How much the ledger holds, for the cost of a query; null when nobody knows yet. */
  sizes(): LedgerSizes | null;
  /** What makes a document too large to be asked, a sentence each. */
  documentProblems(document: DocumentNode): readonly string[];
  /** Most points that a query may cost. */
  readonly maxCost: number;
}

type Variables = Readonly<Record<string, unknown>>;

/** The schema, as exports use it for stored queries. */
export function createQueryEngine({ sizes, documentProblems, maxCost }: EngineOptions): QueryEngine {
  const engine: QueryEngine = {
    schema,
    largestPage: pageSizes().largest,
    sizeProblems: documentProblems,
    costProblem(document, variables) {
      const known = sizes();
      return known === null ? null : (costError(document, variables, known, maxCost)?.message ?? null);
    },
    open: (databaseUrl, asKnownAt) => openSession(databaseUrl, asKnownAt, { engine, maxCost }),
  };
  return engine;
}

/** The error of a query that costs too much; null when it does not. */
function costError(document: DocumentNode, variables: Variables, sizes: LedgerSizes, maxCost: number) {
  const operation = getOperationAST(document);
  const found = operation ? compileCost(schema, document, operation)(variables, sizes) : 0;
  if (found <= maxCost) return null;
  const message = `a cost of up to ${found} points, expected at most ${maxCost}`;
  return apiError('QUERY_TOO_COSTLY', message, { found, allowed: maxCost });
}

async function openSession(
  databaseUrl: string,
  asKnownAt: number | null,
  given: { readonly engine: QueryEngine; readonly maxCost: number },
): Promise<QuerySession> {
  const database = await openDatabase(databaseUrl, { poolSize: 2, statementTimeoutMs: 0 });
  try {
    const newest = await buildSnapshot(databaseUrl);
    const number = asKnownAt ?? newest.revision;
    const record = await database.prisma.revision.findUnique({ where: { number } });
    if (record === null || number > newest.revision) throw unknownRevision(asKnownAt);
    const snapshot =
      number === newest.revision
        ? newest
        : { ...snapshotAt(newest, number), revision: number, digest: digestAt(newest, number) ?? '' };
    return sessionAt({ ...given, database, snapshot, time: record.time });
  } catch (error) {
    await database.close();
    throw error;
  }
}

const unknownRevision = (asKnownAt: number | null) =>
  new ExportError(
    'UNKNOWN_REVISION',
    asKnownAt === null
      ? 'The ledger is empty: there is nothing to export yet.'
      : `The ledger has no revision ${asKnownAt}.`,
  );

interface Session {
  readonly engine: QueryEngine;
  readonly maxCost: number;
  readonly database: Database;
  readonly snapshot: Snapshot;
  readonly time: Date;
}

function sessionAt({ engine, maxCost, database, snapshot, time }: Session): QuerySession {
  const today = utcDay(new Date());
  const sizes = ledgerSizes(snapshot);
  const documents = new Map<string, DocumentNode>();
  const context = (): Context => ({
    database,
    caller: null,
    snapshots: { atLeast: async () => snapshot },
    snapshot,
    today,
    loaders: createLoaders(database, snapshot.revision),
    engine,
    destinations: [],
  });
  return {
    ledger: snapshot.ledger,
    revision: { number: snapshot.revision, time, digest: snapshot.digest },
    day: dateOf(today),
    async ask(text, variables) {
      const document = documents.get(text) ?? parse(text);
      documents.set(text, document);
      const tooCostly = costError(document, variables, sizes, maxCost);
      if (tooCostly !== null) return { errors: [tooCostly] };
      const result = await execute({ schema, document, contextValue: context(), variableValues: variables });
      const bug = result.errors?.find(isBug);
      if (bug !== undefined) throw bug.originalError;
      return result as QueryAnswer; // an object without prototype, of the query's shape
    },
    close: () => database.close(),
  };
}

/** Whether an error says something that only the log may know. */
const isBug = ({ originalError }: GraphQLError): boolean =>
  originalError !== undefined && !(originalError instanceof LedgerError) && originalError.name !== 'GraphQLError';
