import { apiError } from '#graphql/api-error.ts';
import { schema } from '#graphql/schema.ts';
import type { Database } from '#postgres/open-database.ts';
import { pastSnapshot } from '#snapshot/snapshot-at.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import type { PastAnswerer } from '#webhooks/query-messages.ts';
import type { GraphqlServer } from '../create-yoga.ts';
import type { Limits } from '../limits/limits.ts';
import { recordOf } from '../request-record.ts';
import { askGraphql } from './ask-graphql.ts';
import { concerningRevisions } from './feed/concerning-revisions.ts';

const patienceMs = 30_000;

export interface AnsweringThen {
  readonly database: Pick<Database, 'pool'>;
  readonly graphql: GraphqlServer;
  readonly snapshots: Snapshots;
  readonly limits: Limits;
  readonly maskError: (error: unknown) => Error;
}

/** Answers stored queries as of the past for the webhooks of a server: with its snapshot, in its threads, and on a budget of their own. */
export const pastAnswerer = ({ database, graphql, snapshots, limits, maskError }: AnsweringThen): PastAnswerer => ({
  schema,
  upTo: async (revision) => {
    const newest = await snapshots.atLeast(revision, patienceMs);
    if (newest === null)
      throw apiError('REVISION_NOT_REACHED', `This server did not reach revision ${revision} in time.`);
    return {
      largestPage: limits.maxPageSize,
      askAt: (then, day) => {
        const newContext = () => graphql.contextOf(pastSnapshot(newest, then), null, day);
        const asking = {
          service: graphql.service,
          record: recordOf('webhooks', 'webhooks'),
          newContext,
          computedFrom: [],
          isTable: true,
          maskError,
        };
        return (text, variables) => askGraphql(asking, text, variables);
      },
      concerning: (prepared, variables, revisions) =>
        concerningRevisions(database.pool, prepared, variables, newest, revisions),
    };
  },
});
