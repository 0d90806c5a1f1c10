import { ask } from '../api/ask.ts';
import { TakenIssueDocument, type TakenPropositionFragment } from '../generated/graphql.ts';
import type { RecordVariables } from '../record/use-record.ts';
import { everyPage } from '../take-away/every-page.ts';

/** All propositions of an issue with who holds what on them on a day, and by which documents. Throws AskError. */
export const takenPropositions = (variables: RecordVariables): Promise<readonly TakenPropositionFragment[]> =>
  everyPage(20, async (page) => {
    const { issue } = await ask(TakenIssueDocument, { ...variables, ...page }, new AbortController().signal);
    return issue?.propositions ?? null;
  });
