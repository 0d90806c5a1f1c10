import { hash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { utcDay } from '#agreement/day.ts';
import { canonicalJson } from '#ledger/canonical-json.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { pastSnapshot } from '#snapshot/snapshot-at.ts';
import { type ChangesFound, queryChanges } from '#stored-queries/changes/query-changes.ts';
import { newestRevisions, type RecordedRevision } from '#stored-queries/changes/recorded-revisions.ts';
import { cacheControl, sentTag, variesByPacking, wantsNoneOfAny } from '../../caching/http-caching.ts';
import { type RequestRecord, snapshotFor } from '../../request-record.ts';
import { type Asking, askGraphql, statusOf } from '../ask-graphql.ts';
import { contentTypeOf, errorAnswer, type HttpAnswer } from '../query-answer.ts';
import type { QuestionAsked } from '../read-question.ts';
import type { StoredQueryServer } from '../stored-query-server.ts';
import { atomOf } from './atom.ts';
import { concerningRevisions } from './concerning-revisions.ts';
import { type Feed, feedOf } from './feed.ts';
import { feedAddresses, originOf } from './feed-addresses.ts';
import { jsonFeedOf } from './json-feed.ts';

/** Entries of a feed, and revisions that are looked through for them. */
const mostEntries = 50;
const mostRevisions = 1_000;

/** The share of the time of a request in which answers are computed; what is not reached then comes with the next request. */
const shareOfTime = 0.4;

const formats = { atom: atomOf, feed: jsonFeedOf } as const;

/** Answers with a feed of the changes of an answer. */
export async function answerFeed(
  server: StoredQueryServer,
  question: QuestionAsked,
  form: keyof typeof formats,
  request: IncomingMessage,
  record: RequestRecord,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const { database, snapshots, limits, publicPath } = server;
  const { prepared, parameters, allVariables } = question;
  const newest = await snapshotFor(question.asked, snapshots);
  const revisions = await newestRevisions(database.pool, newest.revision, mostRevisions);
  const found = await changesFound(server, question, newest, revisions, record, signal);
  if ('status' in found) return found;
  const { name, description, version } = prepared.query;
  const feed = feedOf({
    ledger: newest.ledger,
    question: canonicalJson([name, allVariables, parameters.has('version') ? version : null]),
    name,
    description,
    addresses: feedAddresses(`${originOf(request, limits.trustedProxies)}${publicPath}`, name, parameters),
    changes: found.changes,
    beginning: revisions.at(-1)?.time ?? new Date(0),
  });
  return answerWith(server, feed, formats[form](feed), found.complete, form, request, newest);
}

/** The changes, or why there are none. */
async function changesFound(
  server: StoredQueryServer,
  { asked, prepared, variables, allVariables }: QuestionAsked,
  newest: Snapshot,
  revisions: readonly RecordedRevision[],
  record: RequestRecord,
  signal: AbortSignal,
): Promise<ChangesFound | HttpAnswer> {
  const { database, graphql, limits, maskError, remembered, requestTimeoutMs } = server;
  const caller = await graphql.callerOf(asked);
  const askingAt = (revision: number, day: number): Asking => ({
    service: graphql.service,
    record,
    newContext: () => graphql.contextOf(pastSnapshot(newest, revision), caller, day),
    computedFrom: [],
    isTable: true,
    maskError,
  });
  const { document, columns } = prepared.query;
  const found = await queryChanges(revisions, {
    prepared,
    variables,
    askAt: (revision, day) => {
      const asking = askingAt(revision, day);
      return (text, given) => askGraphql(asking, text, given);
    },
    largestPage: limits.maxPageSize,
    signal,
    question: hash('sha256', canonicalJson([document, columns, allVariables]), 'base64url'),
    remembered,
    concerning: (some) => concerningRevisions(database.pool, prepared, allVariables, newest, some),
    mostEntries,
    until: performance.now() + shareOfTime * requestTimeoutMs,
  });
  const [last] = revisions;
  if (found.changes.length > 0 || last === undefined) return found;
  // Nothing was ever answered to a question that is wrong: its client is told so, as one that asks it.
  const { text, ...now } = await askGraphql(askingAt(last.number, utcDay(server.now())), document, variables);
  return now.errors === undefined ? found : errorAnswer(statusOf(now), text);
}

function answerWith(
  { caching, now }: StoredQueryServer,
  { updated }: Feed,
  body: string,
  isComplete: boolean,
  form: keyof typeof formats,
  request: IncomingMessage,
  { revision }: Snapshot,
): HttpAnswer {
  const headers = { ...contentTypeOf(form), 'concord-revision': revision, 'concord-complete': String(isComplete) };
  if (!caching.concerns(request)) return { status: 200, headers: { ...headers, 'cache-control': 'no-store' }, body };
  const kept: OutgoingHttpHeaders = {
    ...caching.varying,
    etag: `"${hash('sha256', body, 'base64url').slice(0, 22)}"`,
    'cache-control': cacheControl(isComplete ? caching.seconds : 0, null, now()),
    ...(isComplete && isSettled(updated, now()) && { 'last-modified': updated.toUTCString() }),
  };
  const known = unchangedHeaders(request, kept);
  if (known !== null) return { status: 304, headers: known, body: '' };
  return { status: 200, headers: { ...headers, ...kept }, body };
}

/** HTTP has whole seconds: within the one of the last change another may follow. */
const isSettled = (updated: Date, now: Date): boolean => now.getTime() - updated.getTime() > 2_000;

/** The headers of a 304, with the tag in the form in which the client has it; null when what it has is not what there is. */
function unchangedHeaders(request: IncomingMessage, kept: OutgoingHttpHeaders): OutgoingHttpHeaders | null {
  const { etag, 'last-modified': modified } = kept;
  const { 'if-none-match': tags, 'if-modified-since': since } = request.headers;
  if (tags !== undefined) {
    if (wantsNoneOfAny(request)) return kept;
    const sent = sentTag(tags, String(etag));
    return sent === null ? null : { ...kept, ...(sent !== etag && variesByPacking), etag: sent };
  }
  const isSince = since !== undefined && modified !== undefined && Date.parse(String(modified)) <= Date.parse(since);
  return isSince ? kept : null;
}
