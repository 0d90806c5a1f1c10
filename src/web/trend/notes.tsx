import type { SeriesLeftOutReason } from '../generated/graphql.ts';
import { trendTexts } from '../texts/en-trend.ts';
import { list } from '../texts/intl.ts';
import { fewShared } from './trend-drawing.tsx';

interface Props {
  readonly hasBand: boolean;
  readonly hasEvents: boolean;
  /** How many lines are in the table alone. */
  readonly unread: number;
  readonly leftOut: readonly { readonly reason: SeriesLeftOutReason; readonly propositions: number }[];
}

/** What the marks of a trend mean, and what is not in it. */
export function Notes({ hasBand, hasEvents, unread, leftOut }: Props) {
  const { marks } = trendTexts;
  const meanings = [
    marks.gap,
    marks.few(fewShared),
    marks.turn,
    ...(hasEvents ? [marks.event] : []),
    ...(hasBand ? [marks.band] : []),
  ];
  const missing = leftOut.reduce((sum, { propositions }) => sum + propositions, 0);
  return (
    <p class="chart-notes">
      {meanings.join('. ')}. {trendTexts.how}
      {unread > 0 && ` ${trendTexts.unread(unread)}`}
      {missing > 0 && ` ${trendTexts.leftOut(missing, list(leftOut.map(({ reason }) => trendTexts.reasons[reason])))}`}
    </p>
  );
}
