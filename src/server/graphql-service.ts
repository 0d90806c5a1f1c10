import type { GraphQLError } from 'graphql';
import { apiError } from '#graphql/api-error.ts';
import type { Context } from '#graphql/context.ts';
import type { Documents, InvalidDocument, ValidDocument } from '#graphql/execution/documents.ts';
import { type Answer, admit, execute, executeAtOnce, type Question } from '#graphql/execution/execute.ts';
import type { AnsweredDocuments } from './documents/asked-document.ts';
import type { Limits } from './limits/limits.ts';
import { budgetHeaders, type RateLimit, tooManyPoints } from './limits/rate-limit.ts';
import type { RequestContext, RequestRecord } from './request-record.ts';
import type { CostlyQueries } from './threads/costly-queries.ts';

export interface ServiceOptions {
  readonly documents: Documents;
  readonly answered: AnsweredDocuments;
  readonly limits: Pick<Limits, 'maxCost' | 'introspection'>;
  readonly rateLimit: RateLimit;
  /** Where costly queries are executed, so that they stop no other request. */
  readonly threads: CostlyQueries;
  /** Points above which a query is executed there. */
  readonly threadedFrom: number;
}

/** Of so many stances an order or a count is made in some milliseconds. */
const fewStances = 20_000;

/** Reads, admits and executes queries for all callers: node:http, Yoga and stored queries. */
export class GraphqlService {
  readonly answered: AnsweredDocuments;
  readonly #options: ServiceOptions;

  constructor(options: ServiceOptions) {
    this.answered = options.answered;
    this.#options = options;
  }

  /**
   * Reads a document; in another thread when validating it takes long.
   * @throws GraphQLError when it cannot be parsed
   */
  read(text: string): ValidDocument | InvalidDocument | Promise<ValidDocument | InvalidDocument> {
    const { documents, threads } = this.#options;
    return documents.read(text, (elsewhere) => threads.validate(elsewhere));
  }

  /** Records the operation and cost of a request and charges its points. Null when it may be executed, else the errors to return. */
  async admit(
    question: Question,
    context: Pick<Context, 'snapshot' | 'pageSizes' | 'caller'>,
    record: RequestRecord,
  ): Promise<readonly GraphQLError[] | null> {
    const { maxCost } = this.#options.limits;
    record.operation = question.operation.name;
    return admit(question, context, {
      maxCost,
      charge: (points, isAffordable) => {
        record.cost = points;
        if (!isAffordable || record.charged) return null;
        const { caller } = context;
        // A caller with an API key uses the points of the key, from any address.
        return this.#charge(caller === null ? record.client : `key ${caller.name}`, points, record);
      },
    });
  }

  async #charge(client: string, points: number, record: RequestRecord): Promise<GraphQLError | null> {
    const { rateLimit } = this.#options;
    const budget = await rateLimit.charge(client, points);
    record.charged = true;
    if (budget === null) return null;
    record.headers = budgetHeaders(rateLimit, budget);
    if (budget.allowed) return null;
    const { message, headers } = tooManyPoints(rateLimit, budget.resetMs);
    return apiError('RATE_LIMITED', message, { http: { status: 429, headers } });
  }

  /**
   * Executes an admitted question of so many points: here, or in another thread on the same snapshot. One that is a part of something larger goes there
   * too, unless the ledger is small: what all parts need is computed with the first.
   */
  execute(
    question: Question,
    context: RequestContext,
    points: number | null,
    isPart = false,
  ): Answer | Promise<Answer> {
    const { limits, threads } = this.#options;
    const hideSuggestions = !limits.introspection;
    return this.#takesLong(question, context, points ?? 0, isPart)
      ? threads.execute(question, context, hideSuggestions)
      : execute(question, context, hideSuggestions);
  }

  /** The JSON of what can be executed here without waiting for anything, so that no time limit is needed; null for everything else. */
  executeAtOnce(question: Question, context: Context, points: number | null): string | null {
    return this.#takesLong(question, context, points ?? 0) ? null : executeAtOnce(question, context);
  }

  #takesLong({ operation }: Question, { snapshot }: Context, points: number, isPart = false): boolean {
    if (!(operation.isQuery || operation.isSubscription)) return false;
    if (points > this.#options.threadedFrom) return true;
    return snapshot.stances.length > fewStances && (isPart || operation.preparesLedger);
  }
}
