import type { ChangeParameters } from '../charts/chart.ts';
import type { SeriesPeriod } from '../generated/graphql.ts';
import { trendTexts } from '../texts/en-trend.ts';
import { focusOf, type Lines, linesOf, type Question } from './question.ts';

interface Props {
  readonly question: Question;
  readonly nameOf: (key: string) => string;
  readonly change: ChangeParameters;
}

/** What the lines are for, and by which periods. */
export function Controls({ question, nameOf, change }: Props) {
  const { parties, by } = question;
  const shown = linesOf(question);
  const focus = shown === 'pairs' ? focusOf(question) : null;
  const isPair = parties.length < 3;
  const offered: readonly Lines[] = isPair ? ['together', 'issues'] : ['pairs', 'together', 'issues'];
  const periods: readonly SeriesPeriod[] = [
    'YEAR',
    ...(question.kinds?.includes('ROLL_CALL') ? (['SESSION'] as const) : []),
    'QUARTER',
  ];
  return (
    <div class="chart-controls">
      <label>
        {trendTexts.lines}{' '}
        <select value={shown} onChange={({ currentTarget }) => change({ lines: currentTarget.value })}>
          {offered.map((one) => (
            <option key={one} value={one}>
              {isPair && one === 'together' ? trendTexts.twoTogether : trendTexts.linesOf[one]}
            </option>
          ))}
        </select>
      </label>
      {focus !== null && (
        <label>
          {trendTexts.pairsOf}{' '}
          <select value={focus} onChange={({ currentTarget }) => change({ pairsOf: currentTarget.value })}>
            {parties.map((key) => (
              <option key={key} value={key}>
                {nameOf(key)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {trendTexts.by}{' '}
        <select value={by} onChange={({ currentTarget: { value } }) => change({ by: value === 'YEAR' ? null : value })}>
          {periods.map((one) => (
            <option key={one} value={one}>
              {trendTexts.periods[one]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
