import type { IncomingMessage } from 'node:http';
import { utcDay } from '#agreement/day.ts';
import { apiError } from '#graphql/api-error.ts';
import { canonicalJson } from '#ledger/canonical-json.ts';
import { readRevision } from '#ledger/read/revisions.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { pastSnapshot } from '#snapshot/snapshot-at.ts';
import { addressParameters } from '#stored-queries/address-parameters.ts';
import { wantsNoneOfAny } from '../caching/http-caching.ts';
import { type RequestRecord, snapshotFor } from '../request-record.ts';
import { answerTable } from './answer-table.ts';
import { type Asking, askGraphql, computedFromAll, statusOf } from './ask-graphql.ts';
import { feedLinks } from './feed/feed-addresses.ts';
import { contentTypeOf, errorAnswer, type HttpAnswer } from './query-answer.ts';
import type { QuestionAsked } from './read-question.ts';
import type { StoredQueryServer } from './stored-query-server.ts';

/** Answers a stored query as JSON or as a table. */
export async function answerQuery(
  server: StoredQueryServer,
  question: QuestionAsked,
  request: IncomingMessage,
  record: RequestRecord,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const { graphql, caching, snapshots, now, maskError, publicPath } = server;
  const { asked, parameters, form, prepared, allVariables, style, asOfRevision } = question;
  const { name, document, columns } = prepared.query;
  const ofPast = asOfRevision === null ? [] : [asOfRevision];
  const key = caching.keyOf(canonicalJson([name, document, columns, allVariables, style, ...ofPast]), form);
  const unchanged = caching.unchanged(request, key);
  if (unchanged !== null) return { status: 304, headers: unchanged, body: '' };
  const [newest, caller] = await Promise.all([snapshotFor(asked, snapshots), graphql.callerOf(asked)]);
  const { snapshot, today } = await pointOf(server, newest, asOfRevision, utcDay(now()));
  const newContext = () => graphql.contextOf(snapshot, caller, today);
  const asking: Asking = {
    service: graphql.service,
    record,
    newContext,
    computedFrom: [],
    isTable: form === 'csv',
    maskError,
  };
  const answer = await answerIn(question, asking, server, signal);
  const good = answer.status === 200 ? computedFromAll(asking) : null;
  // What was is asked for again as long as no revision was added: it might be corrected by another past.
  const then = good && asOfRevision !== null ? { ...good, snapshot: newest, dependsOnDay: false } : good;
  const kept = caching.headersOf(request, key, then);
  if ('etag' in kept && wantsNoneOfAny(request)) return { status: 304, headers: kept, body: '' };
  const link = answer.status === 200 ? feedLinks(publicPath, name, parameters) : null;
  const headers = { ...answer.headers, 'concord-revision': snapshot.revision, ...(link !== null && { link }), ...kept };
  return { ...answer, headers };
}

/** The ledger and the day that a question is answered as of: those of a revision, or of now. */
async function pointOf(
  { database }: StoredQueryServer,
  newest: Snapshot,
  asOfRevision: number | null,
  today: number,
): Promise<{ readonly snapshot: Snapshot; readonly today: number }> {
  if (asOfRevision === null) return { snapshot: newest, today };
  const revision = asOfRevision > newest.revision ? null : await readRevision(database.pool, asOfRevision);
  if (revision !== null) return { snapshot: pastSnapshot(newest, asOfRevision), today: utcDay(revision.time) };
  const parameter = addressParameters.revision;
  const message = `${parameter}: found ${asOfRevision}, expected a revision from 1 to ${newest.revision}.`;
  throw apiError('BAD_INPUT', message, { parameter, http: { status: 400 } });
}

async function answerIn(
  { style, prepared, variables }: QuestionAsked,
  asking: Asking,
  { limits }: StoredQueryServer,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  if (style !== null) return answerTable(prepared, variables, asking, style, limits.maxPageSize, signal);
  const { text, ...asked } = await askGraphql(asking, prepared.query.document, variables);
  if (asked.errors !== undefined) return errorAnswer(statusOf(asked), text);
  return { status: 200, headers: contentTypeOf('json'), body: text };
}
