import { count } from '../texts/intl.ts';
import type { Asked } from './question.ts';
import { addressOf } from './question.ts';

interface Props {
  readonly question: Asked['question'];
  /** How many there are in all, and how many of them are shown. */
  readonly totalCount: number;
  readonly shown: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** Their plural noun, such as votes or propositions. */
  readonly what: string;
}

/** Pagination of a long list by addresses, so that the browser's back button works. */
export function NextPage({ question, totalCount, shown, pageInfo, what }: Props) {
  if (!pageInfo.hasNextPage && question.after === null) return null;
  return (
    <nav class="next-page" aria-label={`Pages of ${what}`}>
      <span class="soft">
        {count(shown)} of {count(totalCount)} {what}
      </span>
      {question.after !== null && (
        <a class="button" href={addressOf({ ...question, after: null })}>
          From the beginning
        </a>
      )}
      {pageInfo.hasNextPage && (
        <a class="button" href={addressOf({ ...question, after: pageInfo.endCursor })}>
          Next {what}
        </a>
      )}
    </nav>
  );
}
