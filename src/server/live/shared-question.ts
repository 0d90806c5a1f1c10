import type { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Answer, answerJson, type Question } from '#graphql/execution/execute.ts';
import type { Following } from '#graphql/live/following.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { RequestContext } from '../request-record.ts';
import { nextFrame } from './event-stream.ts';
import { idOf, type Place } from './place.ts';
import type { AtRevision } from './revision-contexts.ts';

/** What comes after a place. */
export interface Told {
  /** Where a subscriber stands who was told. */
  readonly place: Place;
  /** The event; null when the revision has none. */
  readonly frame: Buffer | null;
}

/** Why a subscriber cannot be told what comes next. */
export class TellingFailure extends Error {
  override readonly name = 'TellingFailure';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super(errors[0]?.message);
    this.errors = errors;
  }
}

export interface Telling {
  readonly at: (revision: number, snapshot: Snapshot) => Promise<AtRevision>;
  /** Executes the subscription for an event. */
  readonly execute: (question: Question, context: RequestContext, points: number) => Answer | Promise<Answer>;
  /** Gives up what takes too long. */
  readonly inTime: <T>(work: () => Promise<T>) => Promise<T>;
  /** What a client may see of an error. */
  readonly maskError: (error: unknown) => Error;
  /** What was told lately, of all questions. */
  readonly lately: LRUCache<string, Told>;
}

/** Bytes up to which what was told is kept for those who come late. */
const mostBytes = 32 * 2 ** 20;
const leastBytes = 200;

export const toldLately = () =>
  new LRUCache<string, Told>({
    maxSize: mostBytes,
    sizeCalculation: ({ frame }, key) => leastBytes + key.length + (frame?.length ?? 0),
  });

/** A subscription that one or many ask: each event is computed and written once. */
export class SharedQuestion {
  /** By which it is found again. */
  readonly key: string;
  readonly points: number;
  readonly #question: Question;
  readonly #following: Following;
  readonly #telling: Telling;
  /** What is being computed, by revision and what it is compared with. */
  readonly #underWay = new Map<string, Promise<Told>>();

  constructor(key: string, asked: { question: Question; following: Following; points: number }, telling: Telling) {
    this.key = key;
    this.points = asked.points;
    this.#question = asked.question;
    this.#following = asked.following;
    this.#telling = telling;
  }

  /**
   * What comes after a place, which is before the revision of the snapshot.
   * @throws TellingFailure
   */
  async after({ revision, since }: Place, snapshot: Snapshot): Promise<Told> {
    const number = revision + 1;
    const { lately } = this.#telling;
    const named = `${snapshot.digests[revision] ?? ''} ${since} ${this.key}`;
    const known = lately.get(named) ?? this.#underWay.get(named);
    if (known !== undefined) return known;
    const telling = this.#tell(number, since, snapshot);
    this.#underWay.set(named, telling);
    try {
      const told = await telling;
      lately.set(named, told);
      return told;
    } finally {
      this.#underWay.delete(named);
    }
  }

  async #tell(number: number, since: number, snapshot: Snapshot): Promise<Told> {
    const { at, execute, inTime, maskError } = this.#telling;
    try {
      return await inTime(async () => {
        const { revision, context } = await at(number, snapshot);
        const { event, since: next } = await this.#following.look(revision, since, context);
        const place = { revision: number, since: next };
        if (event === null) return { place, frame: null };
        const answer = await execute({ ...this.#question, event }, context, this.points);
        if (typeof answer !== 'string' && answer.errors !== undefined)
          throw new TellingFailure(answer.errors.map((error) => maskError(error) as GraphQLError)); // as it makes of every error
        return { place, frame: nextFrame(answerJson(answer), idOf(place, snapshot) ?? '') };
      });
    } catch (error) {
      throw error instanceof TellingFailure ? error : new TellingFailure([maskError(error) as GraphQLError]); // as above
    }
  }
}
