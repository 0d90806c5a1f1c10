import { getOperationAST } from 'graphql';
import { dateOf, utcDay } from '#agreement/day.ts';
import { ExportError } from '#exports/export-error.ts';
import { readSources } from '#ledger/read/sources.ts';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { pastSnapshot } from '#snapshot/snapshot-at.ts';
import type { QueryEngine, QuerySession } from '#stored-queries/query-engine.ts';
import type { PageSizes } from '../connection.ts';
import type { LedgerSizes } from '../cost/field-cost.ts';
import { compileCost } from '../cost/query-cost.ts';
import { type DocumentLimits, shapeErrors, walkedDocument } from '../execution/read-document.ts';
import { schema } from '../schema.ts';
import { askAt } from './ask-at.ts';

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
  return {
    ledger: snapshot.ledger,
    revision: { number: snapshot.revision, time, digest: snapshot.digest },
    origins,
    day: dateOf(today),
    ask: askAt({ engine, pageSizes, maxCost, database }, snapshot, today),
    close: () => database.close(),
  };
}
