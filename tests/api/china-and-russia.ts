import type { Keyed, List } from './running-server.ts';

interface Cell {
  party: Keyed;
  state: string;
  position: string | null;
  value: number | null;
  stance: { heldFrom: string; citations: { role: string; locator: string | null; document: Keyed }[] } | null;
}
interface Row {
  proposition: Keyed & { issues: Keyed[] };
  verdict: string;
  cells: Cell[];
}
interface Numbers {
  value: number | null;
  sharedPropositions: number;
  same: number;
  partial: number;
  opposite: number;
}
export interface Comparison {
  parties: Keyed[];
  revision: number;
  scope: { asOf: string; asKnownAt: number };
  agreement: Numbers;
  rows: List<Row>;
  issues: { issue: Keyed; agreement: Numbers; verdicts: { verdict: string; count: number }[] }[];
  jointDocuments: List<Keyed & { date: string }>;
}

/** What somebody asks who wants to know where China and Russia agree: all of it in one request. */
export const whereChinaAndRussiaAgree = `{
  comparison(parties: ["CN", "RU"], scope: { asOf: "2022-02-05" }) {
    parties { key } revision scope { asOf asKnownAt }
    agreement { ...numbers }
    rows(first: 100) {
      totalCount
      nodes {
        proposition { key issues { key } } verdict side since confidence positionCount spread
        cells { party { key } state position value stance { heldFrom citations { role locator document { key } } } }
      }
    }
    issues { issue { key } agreement { ...numbers } verdicts { verdict count } }
    jointDocuments { totalCount nodes { key date } }
  }
}
fragment numbers on Agreement { value sharedPropositions same partial opposite }`;
