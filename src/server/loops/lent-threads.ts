import { GraphQLError } from 'graphql';
import { type Answer, execute, type Question } from '#graphql/execution/execute.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { RequestContext } from '../request-record.ts';
import { CostlyQueries, type CostlyQuery, errorOf, sentError, stopped } from '../threads/costly-queries.ts';
import type { ThreadAnswer, ValidateJob } from '../threads/messages.ts';
import type { QueryThreads } from '../threads/query-threads.ts';
import type { FromLoop, Outcome } from './messages.ts';
import type { Publisher } from './publisher.ts';

/** The snapshot of a query is kept by none but the loop that got it. */
class TooOldError extends Error {}

/** The query threads of the first event loop, as another loop uses them: a process has as many of them however many loops it has. */
export class LentThreads extends CostlyQueries {
  readonly #send: (message: FromLoop) => void;
  readonly #editionOf: (snapshot: Snapshot) => number;
  readonly #waiting = new Map<number, (outcome: Outcome) => void>();
  #asked = 0;

  /** `send` asks the first loop; `editionOf` tells what it knows a snapshot by. */
  constructor(send: (message: FromLoop) => void, editionOf: (snapshot: Snapshot) => number) {
    super();
    this.#send = send;
    this.#editionOf = editionOf;
  }

  override async execute(question: Question, context: RequestContext, hideSuggestions: boolean): Promise<Answer> {
    try {
      return await super.execute(question, context, hideSuggestions);
    } catch (error) {
      if (error instanceof TooOldError) return execute(question, context, hideSuggestions);
      throw error;
    }
  }

  run(query: CostlyQuery, snapshot: Snapshot): Promise<ThreadAnswer> {
    return this.#ask(query.text, (id) => ({ kind: 'EXECUTE', id, edition: this.#editionOf(snapshot), query }));
  }

  check(job: ValidateJob): Promise<ThreadAnswer> {
    return this.#ask(job.text, (id) => ({ kind: 'CHECK', id, job }));
  }

  /** Takes what came of a query. */
  settle(id: number, outcome: Outcome): void {
    this.#waiting.get(id)?.(outcome);
    this.#waiting.delete(id);
  }

  async close(): Promise<void> {
    const outcome: Outcome = { kind: 'REFUSED', error: sentError(stopped()) };
    for (const id of this.#waiting.keys()) this.settle(id, outcome);
  }

  async #ask(text: string, asking: (id: number) => FromLoop): Promise<ThreadAnswer> {
    const id = this.#asked++;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#waiting.set(id, resolve);
    this.#send(asking(id));
    const outcome = await promise;
    if (outcome.kind === 'ANSWERED') return outcome.answer;
    if (outcome.kind === 'TOO_OLD') throw new TooOldError();
    throw outcome.kind === 'REFUSED' ? errorOf(outcome.error, text) : outcome.error;
  }
}

/** What comes of a query that another loop asks to be executed. */
export async function outcomeOf(
  asked: Extract<FromLoop, { readonly kind: 'EXECUTE' | 'CHECK' }>,
  threads: QueryThreads,
  publisher: Pick<Publisher, 'snapshotOf'>,
): Promise<Outcome> {
  try {
    if (asked.kind === 'CHECK') return { kind: 'ANSWERED', answer: await threads.check(asked.job) };
    const snapshot = publisher.snapshotOf(asked.edition);
    if (snapshot === null) return { kind: 'TOO_OLD' };
    return { kind: 'ANSWERED', answer: await threads.run(asked.query, snapshot) };
  } catch (error) {
    return error instanceof GraphQLError ? { kind: 'REFUSED', error: sentError(error) } : { kind: 'FAILED', error };
  }
}
