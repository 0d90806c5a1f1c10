import { removeQuery } from '#stored-queries/write-queries.ts';
import { addManagement } from '../write/management.ts';
import { orRefused, StoredQueryChanged } from './stored-query-changed.ts';

addManagement('removeStoredQuery', {
  description:
    'Takes a stored query away: its address answers 404 from then on. Its versions stay readable by their numbers.',
  input: (t) => ({
    name: t.string({ required: true, description: 'The name of the stored query.' }),
    baseVersion: t.int({ description: 'The version that you had seen. If there is a later one, it is a Conflict.' }),
  }),
  payload: StoredQueryChanged,
  work: async ({ name, baseVersion }, { tx, caller }) => {
    const removed = await orRefused(removeQuery(tx, name, { by: caller.name, baseVersion: baseVersion ?? null }));
    return { number: removed.version + 1, changed: true };
  },
  show: async () => ({ storedQuery: null }),
});
