import type { Table } from '../charts/table.ts';
import type { Measure } from '../generated/graphql.ts';
import { trendTexts } from '../texts/en-trend.ts';
import { dateInWords } from '../words/dates.ts';
import { noValueWords, shareInWords } from '../words/measures.ts';
import type { Line, Point } from './line.ts';

interface Row {
  readonly line: Line;
  readonly point: Point;
}

const { columns: words } = trendTexts;

/** A trend as a table: a row for each line and period, gaps with the reason. */
export function trendTable(lines: readonly Line[], measure: Measure): Table<Row> {
  const turnAt = ({ line, point }: Row) => line.turns.find(({ date }) => date === point.from);
  const several = lines.length > 1;
  return {
    rows: lines.flatMap((line) => line.points.map((point) => ({ line, point }))),
    columns: [
      { name: 'period', label: words.period, value: ({ point }) => point.label },
      { name: 'line', label: null, value: ({ line }) => line.key },
      { name: 'line_name', label: several ? words.line : null, value: ({ line }) => line.name },
      { name: 'from', label: null, value: ({ point }) => point.from },
      { name: 'until', label: null, value: ({ point }) => point.until },
      {
        name: measure.toLowerCase(),
        label: words.value,
        value: ({ point }) => point.value,
        shown: ({ point }) =>
          point.value === null
            ? point.reason === null || point.reason === 'NO_SHARED_EVIDENCE'
              ? trendTexts.unknown
              : noValueWords[point.reason]
            : shareInWords(measure, point.value),
        isNumber: true,
      },
      { name: 'reason', label: null, value: ({ point }) => point.reason },
      { name: 'shared_propositions', label: words.shared, value: ({ point }) => point.shared, isNumber: true },
      {
        name: 'turning_point_from_level',
        label: null,
        value: (row) => turnAt(row)?.levelBefore ?? null,
      },
      {
        name: 'turning_point_to_level',
        label: words.turn,
        value: (row) => turnAt(row)?.levelAfter ?? null,
        shown: (row) => {
          const turn = turnAt(row);
          return turn === undefined
            ? ''
            : `${shareInWords(measure, turn.levelBefore)} → ${shareInWords(measure, turn.levelAfter)}, ${dateInWords(turn.date)}`;
        },
      },
    ],
  };
}
