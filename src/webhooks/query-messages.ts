import type { GraphQLSchema } from 'graphql';
import type { PrismaClient } from '#postgres/generated/client.ts';
import { addressParameters } from '#stored-queries/address-parameters.ts';
import { type AskedThen, queryChangesIn } from '#stored-queries/changes/query-changes.ts';
import type { RecordedRevision } from '#stored-queries/changes/recorded-revisions.ts';
import { requireQuery } from '#stored-queries/find-queries.ts';
import { type PreparedQuery, prepareQuery } from '#stored-queries/prepared-query.ts';
import { type Message, messageOf } from './message.ts';

/** Answers as of the past. */
export interface PastAnswers extends Pick<AskedThen, 'askAt' | 'largestPage'> {
  /** Numbers of the revisions, of some, that can have changed the answer. */
  concerning(
    prepared: PreparedQuery,
    variables: Readonly<Record<string, unknown>>,
    revisions: readonly RecordedRevision[],
  ): Promise<ReadonlySet<number>>;
}

/** Who answers stored queries as of the past. */
export interface PastAnswerer {
  readonly schema: GraphQLSchema;
  /** Answers as of revisions up to one; waits for it. */
  upTo(revision: number): Promise<PastAnswers>;
}

/**
 * What a destination is told of revisions, oldest first without gaps: of those that changed the answer to a stored query.
 * @throws StoredQueryError when it is not there, not valid or too large; RefusedAnswer for errors that may pass
 */
export async function queryMessages(
  prisma: PrismaClient,
  answerer: PastAnswerer,
  ledger: string,
  revisions: readonly RecordedRevision[],
  { query: name, variables }: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
): Promise<readonly Message[]> {
  const [last] = revisions.slice(-1);
  if (last === undefined) return [];
  const query = await requireQuery(prisma, name);
  const prepared = prepareQuery(answerer.schema, query);
  const answers = await answerer.upTo(last.number);
  const asked = { ...answers, prepared, variables: { ...query.variables, ...variables } };
  const concerning = await answers.concerning(prepared, asked.variables, revisions);
  const changes = await queryChangesIn(revisions, asked, concerning);
  return changes.map(({ revision, change }) => {
    const answer = answerAddress(name, variables, revision.number);
    return messageOf('query.changed', ledger, revision, { query: name, variables, answer, ...change });
  });
}

/** Where the answer at a revision is, below the root of Concord. */
function answerAddress(name: string, variables: Readonly<Record<string, unknown>>, revision: number): string {
  const parameters = new URLSearchParams();
  for (const [variable, value] of Object.entries(variables))
    parameters.set(variable, typeof value === 'string' ? value : JSON.stringify(value));
  parameters.set(addressParameters.revision, String(revision));
  return `/q/${name}?${parameters}`;
}
