import type { Question } from './question.ts';

/** Asks another question than the present one. `replace`: the present one is not worth going back to. */
export type Ask = (change: Partial<Question>, how?: 'push' | 'replace') => void;

/** What the parts of the view that change the question are given. */
export interface Asked {
  readonly question: Question;
  readonly ask: Ask;
}
