import type { StoredQuery as StoredQueryShape } from '#stored-queries/stored-query.ts';
import { StoredQueryError } from '#stored-queries/stored-query-error.ts';
import { builder } from '../builder.ts';
import { ConflictError, InvalidInputError, Managed, type ManagedView } from '../write/results.ts';
import { Refused } from '../write/run-write.ts';
import { StoredQuery } from './stored-query.ts';

/** What a mutation of stored queries shows. */
export interface StoredQueryChangedView {
  readonly storedQuery: StoredQueryShape | null;
}

export const StoredQueryChanged = builder
  .objectRef<StoredQueryChangedView & ManagedView>('StoredQueryChanged')
  .implement({
    description: 'Result: a stored query was created, amended or removed.',
    interfaces: [Managed],
    fields: (t) => ({
      storedQuery: t.expose('storedQuery', {
        type: StoredQuery,
        nullable: true,
        description: 'The version that was created; null when the stored query was removed.',
      }),
    }),
  });

/** Does something with stored queries; what is wrong with it becomes the answer of the mutation. */
export async function orQueryRefused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StoredQueryError)) throw error;
    if (error.code === 'STORED_QUERY_CHANGED') throw new Refused(new ConflictError('CHANGED_SINCE', error.message));
    const expected = error.code === 'STORED_QUERY_EXISTS' ? 'another name' : 'the name of a stored query';
    throw new Refused(new InvalidInputError([{ at: 'input.name', found: error.message.replace(/\.$/, ''), expected }]));
  }
}
