import type { SeriesLeftOutReason } from '../generated/graphql.ts';
import { trendTexts } from '../texts/en-trend.ts';
import { list } from '../texts/intl.ts';
import type { SignedEvent } from './events.ts';
import { fewShared, isFirm, type Line } from './line.ts';

interface Props {
  readonly lines: readonly Line[];
  readonly events: readonly SignedEvent[];
  /** How many lines are in the table alone. */
  readonly unread: number;
  readonly leftOut: readonly { readonly reason: SeriesLeftOutReason; readonly propositions: number }[];
}

/** What the marks of a trend mean, and what is not in it. */
export function Notes({ lines, events, unread, leftOut }: Props) {
  const { marks } = trendTexts;
  const points = lines.flatMap((line) => line.points);
  const meanings = [
    ...(points.some(({ value }) => value === null) ? [marks.gap] : []),
    ...(points.some((point) => point.value !== null && !isFirm(point)) ? [marks.few(fewShared)] : []),
    ...(lines.some(({ turns }) => turns.length > 0) ? [marks.turn] : []),
    ...(events.length > 0 ? [marks.event] : []),
    ...(lines.length === 1 && points.some(({ interval }) => interval !== null) ? [marks.band] : []),
  ];
  const missing = leftOut.reduce((sum, { propositions }) => sum + propositions, 0);
  return (
    <p class="chart-notes">
      {[...meanings, trendTexts.how].join('. ')}
      {unread > 0 && ` ${trendTexts.unread(unread)}`}
      {missing > 0 && ` ${trendTexts.leftOut(missing, list(leftOut.map(({ reason }) => trendTexts.reasons[reason])))}`}
    </p>
  );
}
