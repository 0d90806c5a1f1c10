import { recordTexts } from '../texts/en-records.ts';
import type { Asked } from './question.ts';
import { addressOf } from './question.ts';

interface Props {
  readonly question: Asked['question'];
  /** How many there are in all, and how many of them are shown. */
  readonly totalCount: number;
  readonly shown: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly what: keyof typeof recordTexts.pages;
}

/** Pagination of a long list by addresses, so that the browser's back button works. */
export function NextPage({ question, totalCount, shown, pageInfo, what }: Props) {
  if (!pageInfo.hasNextPage && question.after === null) return null;
  const words = recordTexts.pages[what];
  return (
    <nav class="next-page" aria-label={words.label}>
      <span class="soft">{words.of(shown, totalCount)}</span>
      {question.after !== null && (
        <a class="button" href={addressOf({ ...question, after: null })}>
          {recordTexts.first}
        </a>
      )}
      {pageInfo.hasNextPage && (
        <a class="button" href={addressOf({ ...question, after: pageInfo.endCursor })}>
          {words.next}
        </a>
      )}
    </nav>
  );
}
