import { type ExecutionResult, GraphQLError, Source } from 'graphql';
import { apiError } from '#graphql/api-error.ts';
import type { Answer, Question } from '#graphql/execution/execute.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { newestOf } from '#snapshot/snapshot-at.ts';
import type { RequestContext } from '../request-record.ts';
import type { ExecuteJob, SentError, ThreadAnswer, ValidateJob } from './messages.ts';

/** A query for a thread, but for the snapshot. */
export type CostlyQuery = Omit<ExecuteJob, 'snapshot'>;

/** Executes costly queries elsewhere, so that the thread which answers requests is free. */
export abstract class CostlyQueries {
  /** Has an admitted query executed on a snapshot, which is none of the past. Rejects with the error that is the answer when it is not. */
  abstract run(query: CostlyQuery, snapshot: Snapshot): Promise<ThreadAnswer>;

  /** Has a text validated that can be parsed. */
  abstract check(job: ValidateJob): Promise<ThreadAnswer>;

  abstract close(): Promise<void>;

  /** Executes an admitted query on the snapshot of its context. */
  async execute(
    { operation, variables, event }: Question,
    context: RequestContext,
    hideSuggestions: boolean,
  ): Promise<Answer> {
    const { snapshot, caller } = context;
    const newest = newestOf(snapshot);
    const query: CostlyQuery = {
      kind: 'EXECUTE',
      text: operation.text,
      operationName: operation.node.name?.value,
      variables,
      event,
      today: context.day,
      caller,
      hideSuggestions,
      asOfRevision: newest === snapshot ? null : snapshot.revision,
    };
    const outcome = await this.run(query, newest);
    if (outcome.kind === 'FAILED') return resultOf(outcome, operation.text);
    if (outcome.dependsOnDay) void context.today; // takes note of it
    return outcome.json;
  }

  /** The errors of a text that can be parsed. */
  async validate(text: string): Promise<readonly GraphQLError[]> {
    const outcome = await this.check({ kind: 'VALIDATE', text });
    return outcome.kind === 'FAILED' ? (resultOf(outcome, text).errors ?? []) : [];
  }
}

export const stopped = () =>
  apiError('STOPPING', 'This server is shutting down; retry later or on another server.', { http: { status: 503 } });

function resultOf({ data, errors }: ThreadAnswer & { readonly kind: 'FAILED' }, text: string): ExecutionResult {
  const made = errors.map((error) => errorOf(error, text));
  return { errors: made, ...(data !== undefined && { data: data as ExecutionResult['data'] & {} }) };
}

/** An error that another thread sent. */
export const errorOf = ({ message, positions, path, extensions }: SentError, text: string): GraphQLError =>
  new GraphQLError(message, { source: new Source(text, 'GraphQL request'), positions, path, extensions });

export const sentError = ({ message, positions, path, extensions }: GraphQLError): SentError => ({
  message,
  positions,
  path,
  extensions: { ...extensions },
});
