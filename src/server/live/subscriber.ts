import type { ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import { apiError } from '#graphql/api-error.ts';
import type { ApiCode } from '#refusal/codes/api-codes.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { completeFrame, errorFrame, heartbeatFrame, openingFrame, placeFrame } from './event-stream.ts';
import { idOf, type Place } from './place.ts';
import { type SharedQuestion, TellingFailure } from './shared-question.ts';
import type { Turns } from './turns.ts';

/** What a subscriber needs of its server. */
export interface Surroundings {
  readonly snapshot: () => Snapshot | null;
  readonly turns: Turns;
  /** Milliseconds in which a client has to take what waits for it. */
  readonly patienceMs: number;
  /** Takes the points of an event from a client; milliseconds to wait until it has any again. */
  readonly charge: (client: string, points: number) => Promise<number>;
  readonly told: () => void;
  readonly cut: (response: ServerResponse) => void;
}

/** Errors of the server rather than of what was asked: who comes again may be told. */
const passing: ReadonlySet<string> = new Set<ApiCode>([
  'BUSY',
  'DATABASE_TIMEOUT',
  'DATABASE_UNAVAILABLE',
  'DATABASE_READ_ONLY',
  'INTERNAL_SERVER_ERROR',
  'REQUEST_TIMEOUT',
  'STOPPING',
]);

const replaced = () =>
  apiError(
    'LEDGER_REPLACED',
    'The ledger is no longer the one that was followed: it was replaced or restored. Read what is needed again, and subscribe without a position.',
  );

/** One stream: tells its client of one revision after another, no faster than it reads, so that no more than one event waits for it here. */
export class Subscriber {
  readonly client: string;
  readonly question: SharedQuestion;
  readonly #response: ServerResponse;
  readonly #around: Surroundings;
  #place: Place;
  /** The id of the place. */
  #id: string;
  /** The id that the client has. */
  #sentId: string;
  #isRunning = false;
  #isWoken = false;
  #isOver = false;
  /** Set while the client has to read what waits for it. */
  #reading: NodeJS.Timeout | null = null;
  /** Set while the client has to wait for points. */
  #resting: NodeJS.Timeout | null = null;

  /** The headers are sent. `snapshot` has the place. */
  constructor(
    response: ServerResponse,
    { client, question, place }: { client: string; question: SharedQuestion; place: Place },
    around: Surroundings,
    snapshot: Snapshot,
  ) {
    this.client = client;
    this.question = question;
    this.#response = response;
    this.#around = around;
    this.#place = place;
    this.#id = idOf(place, snapshot) ?? '';
    this.#sentId = this.#id;
    response.on('drain', () => {
      if (this.#reading !== null) clearTimeout(this.#reading);
      this.#reading = null;
      this.wake();
    });
    this.#write(openingFrame(this.#id));
  }

  /** There may be something to tell. */
  wake(): void {
    this.#isWoken = true;
    if (!this.#isRunning) void this.#run();
  }

  /** Shows that the stream is alive, and where its client stands. */
  beat(): void {
    if (this.#isOver || this.#reading !== null) return;
    if (this.#sentId === this.#id) this.#write(heartbeatFrame);
    else this.#write(placeFrame(this.#id));
    this.#sentId = this.#id;
  }

  /** Ends the stream; the client comes again, here or elsewhere, unless `last` says that nothing will come. */
  end(last = ''): void {
    if (this.#isOver) return;
    this.close();
    this.#response.end(last);
  }

  /** The client is gone, or will be. */
  close(): void {
    this.#isOver = true;
    for (const timer of [this.#reading, this.#resting]) if (timer !== null) clearTimeout(timer);
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    try {
      while (this.#isWoken) {
        this.#isWoken = false;
        while (await this.#next());
      }
    } catch (error) {
      this.#fail(error instanceof TellingFailure ? error.errors : []);
    }
    this.#isRunning = false;
  }

  /** Tells of the next revision; false when there is none to be told of now. */
  async #next(): Promise<boolean> {
    const snapshot = this.#around.snapshot();
    if (this.#isOver || this.#reading !== null || this.#resting !== null || snapshot === null) return false;
    if (idOf(this.#place, snapshot) !== this.#id) {
      this.end(errorFrame([replaced()]) + completeFrame);
      return false;
    }
    if (this.#place.revision >= snapshot.revision) return false;
    const { place, frame } = await this.question.after(this.#place, snapshot);
    if (frame !== null) await this.#around.turns.take();
    if (this.#isOver) return false;
    this.#place = place;
    this.#id = idOf(place, snapshot) ?? '';
    if (frame === null) return true;
    this.#sentId = this.#id;
    this.#write(frame);
    this.#around.told();
    const waitMs = await this.#around.charge(this.client, this.question.points);
    if (waitMs > 0) this.#rest(waitMs);
    return true;
  }

  #write(frame: string | Buffer): void {
    if (this.#response.write(frame) || this.#isOver || this.#reading !== null) return;
    this.#reading = setTimeout(() => {
      this.#around.cut(this.#response);
      this.close();
      this.#response.destroy();
    }, this.#around.patienceMs).unref();
  }

  #rest(milliseconds: number): void {
    if (this.#isOver) return;
    this.#resting = setTimeout(() => {
      this.#resting = null;
      this.wake();
    }, milliseconds).unref();
  }

  #fail(errors: readonly GraphQLError[]): void {
    const isPassing = errors.length === 0 || errors.some(({ extensions }) => passing.has(String(extensions.code)));
    this.end((errors.length === 0 ? '' : errorFrame(errors)) + (isPassing ? '' : completeFrame));
  }
}
