import { cost, type LedgerSizes } from './field-cost.ts';

/** Cost of a list that is sorted in memory, and searched when `search` is given: `rows` of the ledger are looked at, and no more come. */
export const listCost = (rows: (ledger: LedgerSizes) => number) =>
  cost({
    points: ({ search }, { ledger }) => 10 + rows(ledger) / (search == null ? 10 : 1),
    around: (_args, { page, ledger }) => ({ page: Math.min(page, rows(ledger)) }),
  });

export const partiesIn = ({ countries, blocs }: LedgerSizes): number => countries + blocs;
export const propositionsIn = ({ claims, rollCalls }: LedgerSizes): number => claims + rollCalls;
