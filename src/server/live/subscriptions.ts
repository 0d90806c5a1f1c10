import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { apiError } from '#graphql/api-error.ts';
import type { Context } from '#graphql/context.ts';
import type { Question } from '#graphql/execution/execute.ts';
import { asked as askedOf } from '#graphql/execution/follow.ts';
import type { Database } from '#postgres/open-database.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { corsHeaders } from '../cors.ts';
import { type GraphqlService, inTime } from '../graphql-service.ts';
import type { RateLimit } from '../limits/rate-limit.ts';
import { type ErrorAnswer, refuse } from '../refuse.ts';
import { ownHeaders, type RequestContext, type RequestRecord } from '../request-record.ts';
import { beginningOf } from './beginning.ts';
import { streamHeaders, takesEvents } from './event-stream.ts';
import type { Place } from './place.ts';
import { questionKey } from './question-key.ts';
import { RevisionContexts } from './revision-contexts.ts';
import { Room, type RoomLimits, type RoomMemory } from './room.ts';
import { SharedQuestion, type Telling, toldLately } from './shared-question.ts';
import { Subscriber, type Surroundings } from './subscriber.ts';
import { Turns } from './turns.ts';

export interface SubscriptionsOptions {
  readonly database: Database;
  readonly snapshots: Snapshots;
  readonly service: GraphqlService;
  readonly rateLimit: RateLimit;
  readonly logger: Logger;
  readonly limits: RoomLimits;
  /** Where all event loops of the process count subscriptions. */
  readonly room: RoomMemory;
  readonly contextOf: (snapshot: Snapshot, caller: null, today: number) => Context;
  readonly maskError: (error: unknown) => Error;
  readonly requestTimeoutMs: number;
  /** Milliseconds after which a stream that had nothing to tell shows that it is alive. */
  readonly heartbeatMs: number;
  /** Milliseconds in which a client has to take what waits for it. */
  readonly patienceMs: number;
}

/** A subscription that was admitted, to be opened when the response is there. */
export interface AskedSubscription {
  readonly client: string;
  readonly key: string;
  readonly question: SharedQuestion;
  readonly place: Place;
}

/** Writes to clients in one turn of the event loop: about a millisecond. */
const writesPerTurn = 50;

/** The subscribers of this server. They follow the snapshot: when it has a newer revision, all are told. */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #subscribers = new Map<ServerResponse, Subscriber>();
  readonly #room: Room;
  /** Those that somebody asks, by their keys, and how many do. */
  readonly #questions = new Map<string, { readonly question: SharedQuestion; count: number }>();
  readonly #telling: Telling;
  readonly #around: Surroundings;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #stopFollowing: () => void;
  #isEnding = false;
  #told = 0;
  #cut = 0;

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
    this.#room = new Room(options.limits, options.room);
    const { database, snapshots, service, rateLimit, logger, contextOf, maskError, requestTimeoutMs } = options;
    const contexts = new RevisionContexts(database, contextOf);
    this.#telling = {
      at: (revision, snapshot) => contexts.at(revision, snapshot),
      execute: (question, context, points) => service.execute(question, context, points),
      async inTime(work) {
        const done = await inTime({ requestTimeoutMs }, work);
        if (done !== 'TOO_LATE') return done;
        throw apiError('REQUEST_TIMEOUT', `The event took longer than ${requestTimeoutMs} ms; request less.`);
      },
      maskError,
      lately: toldLately(),
    };
    this.#around = {
      snapshot: () => snapshots.current,
      turns: new Turns(writesPerTurn),
      patienceMs: options.patienceMs,
      async charge(client, points) {
        const budget = await rateLimit.charge(client, points);
        return budget === null || budget.allowed ? 0 : budget.resetMs;
      },
      told: () => {
        this.#told++;
      },
      cut: (response) => {
        this.#cut++;
        logger.info(
          { pendingBytes: response.writableLength },
          'disconnected a subscriber that does not read its events',
        );
      },
    };
    this.#heartbeat = setInterval(
      () => void this.#each((subscriber) => subscriber.beat()),
      options.heartbeatMs,
    ).unref();
    this.#stopFollowing = snapshots.onNewer(() => {
      for (const subscriber of this.#subscribers.values()) subscriber.wake();
    });
  }

  /** Figures for metrics: subscribers now, distinct questions that they ask; events sent and slow readers cut since the start. */
  get figures() {
    return {
      subscribers: this.#subscribers.size,
      questions: this.#questions.size,
      told: this.#told,
      cut: this.#cut,
    };
  }

  /** Begins a subscription that was admitted: where it stands, and whether its arguments can be followed. Or the errors that are its answer. */
  async begin(
    question: Question,
    context: RequestContext,
    headers: Headers,
    record: RequestRecord,
  ): Promise<AskedSubscription | readonly GraphQLError[]> {
    const { accept = undefined, 'last-event-id': lastEventId = undefined } = Object.fromEntries(headers);
    if (!takesEvents(accept)) return [notAcceptable(accept)];
    const masked = (errors: readonly GraphQLError[]) =>
      errors.map((error) => this.#options.maskError(error) as GraphQLError); // as it makes of every error
    const asked = askedOf(question);
    if (!('since' in asked)) return masked(asked);
    const place = await beginningOf({ lastEventId, since: asked.since }, context, this.#options.snapshots);
    if ('extensions' in place) return [place];
    const following = asked.begin(context);
    if (!('look' in following)) return masked(following);
    const key = questionKey(question);
    const shared = { question, following, points: record.cost ?? 0 };
    const { caller } = context;
    return {
      client: caller === null ? record.client : `key ${caller.name}`,
      key,
      question: this.#questions.get(key)?.question ?? new SharedQuestion(key, shared, this.#telling),
      place,
    };
  }

  /** Answers with the stream of a subscription, unless there are too many. */
  open(asked: AskedSubscription, request: IncomingMessage, response: ServerResponse, record: RequestRecord): void {
    const snapshot = this.#options.snapshots.current;
    const refusal = this.#isEnding ? stopping : snapshot === null ? loading : this.#room.take(asked.client);
    if (snapshot === null || refusal !== null) {
      record.errorCodes = [(refusal ?? loading).code];
      refuse(response, refusal ?? loading);
      return;
    }
    const cors = request.headers.origin === undefined ? {} : corsHeaders;
    response.writeHead(200, { ...streamHeaders, ...ownHeaders(record), ...cors });
    if (request.method === 'HEAD') {
      this.#room.leave(asked.client);
      response.end();
      return;
    }
    record.isStream = true;
    const shared = this.#questions.get(asked.key) ?? { question: asked.question, count: 0 };
    shared.count++;
    this.#questions.set(asked.key, shared);
    const subscriber = new Subscriber(response, { ...asked, question: shared.question }, this.#around, snapshot);
    this.#subscribers.set(response, subscriber);
    response.once('close', () => this.#forget(response, subscriber));
    subscriber.wake();
  }

  /** Ends all streams, so that their clients go on elsewhere. */
  end(): void {
    this.#isEnding = true;
    this.#stopFollowing();
    clearInterval(this.#heartbeat);
    for (const subscriber of this.#subscribers.values()) subscriber.end();
  }

  #forget(response: ServerResponse, subscriber: Subscriber): void {
    subscriber.close();
    this.#subscribers.delete(response);
    this.#room.leave(subscriber.client);
    const shared = this.#questions.get(subscriber.question.key);
    if (shared !== undefined && --shared.count === 0) this.#questions.delete(subscriber.question.key);
  }

  async #each(call: (subscriber: Subscriber) => void): Promise<void> {
    let count = 0;
    for (const subscriber of this.#subscribers.values()) {
      call(subscriber);
      if (++count % writesPerTurn === 0) await nextTurn();
    }
  }
}

const longestShown = 80;

const notAcceptable = (accept: string | undefined) =>
  apiError(
    'NOT_ACCEPTABLE',
    `Accept: found ${JSON.stringify(accept?.slice(0, longestShown))}, expected text/event-stream: a subscription is answered by events.`,
    { http: { status: 406 } },
  );

const stopping: ErrorAnswer = {
  status: 503,
  code: 'STOPPING',
  message: 'This server is shutting down; retry later or on another server.',
};

const loading: ErrorAnswer = {
  status: 503,
  code: 'REVISION_NOT_REACHED',
  message: 'This server is loading the ledger; retry later or on another server.',
  headers: { 'retry-after': '1' },
};
