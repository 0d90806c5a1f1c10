import { ask } from '../api/ask.ts';
import { type StanceFilter, type TakenStanceFragment, TakenStancesDocument } from '../generated/graphql.ts';
import { everyPage } from './every-page.ts';

/** All stances of a filter that there ever were, as known at a revision, with their citations. Throws AskError. */
export const takenStances = (filter: StanceFilter, asKnownAt: number | null): Promise<readonly TakenStanceFragment[]> =>
  everyPage(250, async (page) => {
    const { stances } = await ask(TakenStancesDocument, { filter, asKnownAt, ...page }, new AbortController().signal);
    return stances;
  });
