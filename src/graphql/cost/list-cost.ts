import { wordsSearched } from '#snapshot/search/search-question.ts';
import { cost, type LedgerSizes } from './field-cost.ts';

/** Points of looking for a text among so many rows: each of its words is looked for. */
export const searchPoints = (search: unknown, rows: number): number =>
  typeof search === 'string' ? 200 + rows / 8 + wordsSearched(search) * (50 + rows / 6) : 0;

/** Cost of a list in memory, which is searched when `search` is given: `rows` of the ledger are looked at, and no more come. */
export const listCost = (rows: (ledger: LedgerSizes) => number) =>
  cost({
    points: ({ search }, { ledger }) => 20 + rows(ledger) / 6 + searchPoints(search, rows(ledger)),
    around: (_args, { page, ledger }) => ({ page: Math.min(page, rows(ledger)) }),
  });

export const partiesIn = ({ countries, blocs }: LedgerSizes): number => countries + blocs;
export const propositionsIn = ({ claims, rollCalls }: LedgerSizes): number => claims + rollCalls;
