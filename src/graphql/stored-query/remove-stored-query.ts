import { removeQuery } from '#stored-queries/write-queries.ts';
import { addManagement } from '../write/mutation.ts';
import { orQueryRefused, StoredQueryChanged } from './stored-query-changed.ts';

addManagement('removeStoredQuery', {
  description: 'Removes a stored query: its address returns 404 from then on. Its versions stay readable by number.',
  input: (t) => ({
    name: t.string({ required: true, description: 'Name of the stored query to remove.' }),
    baseVersion: t.int({
      description:
        'The version that the change is based on. If there is a later one, the result is a Conflict. Default: no check.',
    }),
  }),
  payload: StoredQueryChanged,
  work: async ({ name, baseVersion }, { tx, caller }) => {
    const removed = await orQueryRefused(removeQuery(tx, name, { by: caller.name, baseVersion: baseVersion ?? null }));
    return { number: removed.version + 1, changed: true };
  },
  show: async () => ({ storedQuery: null }),
});
