import { parentPort, workerData } from 'node:worker_threads';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { createLoaders } from '#graphql/context.ts';
import { ledgerSizes } from '#graphql/cost/query-cost.ts';
import { Documents } from '#graphql/execution/documents.ts';
import { execute } from '#graphql/execution/execute.ts';
import { documentErrors, parseDocument } from '#graphql/execution/read-document.ts';
import { createQueryEngine } from '#graphql/stored-query/query-engine.ts';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import { pastSnapshot } from '#snapshot/snapshot-at.ts';
import { maskErrorWith } from '../mask-error.ts';
import { RequestContext } from '../request-record.ts';
import { sentError } from './costly-queries.ts';
import type { ExecuteJob, FromThread, Job, LogLine, ThreadAnswer, ThreadOptions } from './messages.ts';
import { PatchedSnapshot } from './snapshot-patch.ts';

// A thread that executes costly queries, one after the other, on the snapshot that the thread which answers requests sends.
const { databaseUrl, pageSizes, limits, destinations } = workerData as ThreadOptions;
const documents = new Documents(limits);
const snapshots = new PatchedSnapshot();

const send = (message: FromThread) => parentPort?.postMessage(message);
const log = (level: LogLine['level']) => (about: { readonly err: unknown }, message: string) =>
  send({ kind: 'LOG', level, err: about.err instanceof Error ? String(about.err.stack) : about.err, message });
const maskError = maskErrorWith({ warn: log('warn'), error: log('error') } as unknown as Logger); // all that it uses

let opened: Promise<Database> | null = null;
function database(): Promise<Database> {
  opened ??= openDatabase(databaseUrl, { poolSize: 2 }).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function run(job: Job): Promise<ThreadAnswer> {
  if (job.kind === 'EXECUTE') return executed(job);
  const errors = documentErrors(parseDocument(job.text, limits), limits);
  return { kind: 'FAILED', data: null, errors: errors.map(sentError) };
}

async function executed(job: ExecuteJob): Promise<ThreadAnswer> {
  const read = await documents.read(job.text, async () => []); // it was validated before it was admitted
  const operation = 'operations' in read ? read.operation(job.operationName) : null;
  if (operation === null) throw new TypeError('found no operation, expected an admitted one');
  const context = await contextOf(job);
  const answer = await execute({ operation, variables: job.variables, event: job.event }, context, job.hideSuggestions);
  const { dependsOnDay } = context;
  if (typeof answer === 'string') return { kind: 'WRITTEN', json: answer, dependsOnDay };
  if (answer.errors === undefined) return { kind: 'WRITTEN', json: JSON.stringify(answer), dependsOnDay };
  return failure(answer);
}

async function contextOf(job: ExecuteJob): Promise<RequestContext> {
  const newest = snapshots.next(job.snapshot);
  const snapshot = job.asOfRevision === null ? newest : pastSnapshot(newest, job.asOfRevision);
  const opened = await database();
  return new RequestContext({
    database: opened,
    caller: job.caller,
    snapshots: { atLeast: async () => snapshot },
    snapshot,
    today: job.today,
    loaders: createLoaders(opened, snapshot.revision),
    pageSizes,
    engine: createQueryEngine({
      sizes: () => ledgerSizes(snapshot),
      pageSizes,
      limits,
    }),
    destinations,
  });
}

const failure = ({ data, errors = [] }: ExecutionResult): ThreadAnswer => ({
  kind: 'FAILED',
  data: data === undefined || data === null ? data : JSON.parse(JSON.stringify(data)),
  errors: errors.map((error) => sentError(maskError(error) as GraphQLError)), // which is what it makes of every error
});

parentPort?.on('message', (job: Job) => {
  run(job)
    .catch((error): ThreadAnswer => failure({ errors: [error as GraphQLError] }))
    .then(send);
});
