import { AskError } from '../api/ask-error.ts';
import { texts } from '../texts/texts.ts';

/** A page of a list as the API answers it. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Asks for so many rows after a cursor; null: the list is not there. */
type AskPage<Node> = (page: { readonly first: number; readonly after: string | null }) => Promise<Page<Node> | null>;

/** All rows of a list, page by page. A page that costs the server too much is asked for smaller. Throws AskError. */
export async function everyPage<Node>(largest: number, askPage: AskPage<Node>): Promise<readonly Node[]> {
  const all: Node[] = [];
  let first = largest;
  let after: string | null = null;
  for (;;) {
    const page: Page<Node> | null | 'SMALLER' = await askPage({ first, after }).catch((error: unknown) => {
      if (error instanceof AskError && error.code === 'QUERY_TOO_COSTLY' && first > 1) return 'SMALLER' as const;
      throw error;
    });
    if (page === 'SMALLER') {
      first = Math.floor(first / 2);
      continue;
    }
    if (page === null) throw new Error(texts.share.gone);
    all.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return all;
    after = page.pageInfo.endCursor;
  }
}
