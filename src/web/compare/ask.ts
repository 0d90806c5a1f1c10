import type { Question } from './question.ts';

/** Changes the query. `replace`: without a new history entry. */
export type Ask = (change: Partial<Question>, how?: 'push' | 'replace') => void;

/** Properties of the parts of the view that change the query. */
export interface Asked {
  readonly question: Question;
  readonly ask: Ask;
}
