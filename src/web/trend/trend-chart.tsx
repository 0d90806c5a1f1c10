import { useAnswer } from '../api/use-answer.ts';
import { useAnswers } from '../api/use-answers.ts';
import type { ChartProps } from '../charts/chart.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { svgMarkup } from '../charts/markup.ts';
import { picturePalette } from '../charts/palette.ts';
import { LedgerDocument, TrendDocument, type TrendQuery } from '../generated/graphql.ts';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { Loading } from '../states/loading.tsx';
import { Problem } from '../states/problem.tsx';
import type { Drawn } from '../take-away/framed-picture.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { trendTexts } from '../texts/en-trend.ts';
import { list } from '../texts/intl.ts';
import { measureWords } from '../words/measures.ts';
import { Controls } from './controls.tsx';
import { useSigned } from './events.ts';
import { layoutOf } from './layout.ts';
import { type Line, linesWith, lineTogether, withValues } from './line.ts';
import { Notes } from './notes.tsx';
import { Plot } from './plot.tsx';
import { linesOf, parametersOf, readQuestion, requestsOf } from './question.ts';
import { TrendDrawing } from './trend-drawing.tsx';
import { trendTable } from './trend-table.ts';
import { TurningPoints } from './turning-points.tsx';
import './trend.css';

type Series = NonNullable<TrendQuery['agreementSeries']>;

/** A picture that leaves the page is so wide. */
const pictureWidth = 900;
/** More lines than that cannot be told apart; the others are in the table. */
const mostLines = 12;

/** The agreement of parties over time: a line of all of them, for each issue or for each pair, with what they signed and when it turned. */
export function TrendChart({ parameters, change }: ChartProps) {
  const question = readQuestion(parameters);
  const ledger = useAnswer(LedgerDocument, {}).data;
  const kind = linesOf(question);
  const issues = ledger?.issues.nodes ?? null;
  const wanted = question.issues ?? issues?.map(({ key }) => key) ?? null;
  const isReady = question.parties.length > 1 && (kind !== 'issues' || wanted !== null);
  const requests = isReady ? requestsOf(question, wanted ?? []) : null;
  const asking = useAnswers(TrendDocument, requests);
  const series = asking.data?.flatMap(({ agreementSeries }) => agreementSeries ?? []) ?? null;
  const [first] = series ?? [];
  const revision = first?.scope.asKnownAt ?? null;
  const events = useSigned(question.parties, revision);
  if (question.parties.length < 2) return <p class="notice">{trendTexts.choose}</p>;
  if (asking.error !== null) return <Problem error={asking.error} retry={asking.retry} />;
  if (series === null || first === undefined || revision === null) return <Loading what={trendTexts.what} />;

  const names = namesIn(series);
  const nameOf = (key: string) => names.get(key) ?? key;
  const called = question.parties.map(nameOf);
  const issueNames = new Map(issues?.map(({ key, name }) => [key, name]));
  const all = withValues(linesIn(series, kind, called));
  const lines = all.slice(0, mostLines);
  const { measure, scope } = first;
  const { by } = question;
  const title = kind === 'together' ? trendTexts.title(called, by) : trendTexts.titleBy(called, by, kind);
  const scopeWords = scopeInWords({ ...question, asOf: null }, issueNames);
  const picture = (): Drawn => {
    const layout = layoutOf(lines, measure, pictureWidth);
    const body = svgMarkup(
      <TrendDrawing lines={lines} events={events} measure={measure} layout={layout} palette={picturePalette} />,
    );
    return { width: layout.width, height: layout.height, body, note: measureWords[measure].name };
  };
  return (
    <ChartFrame
      name="trend"
      title={title}
      scope={scopeWords}
      asOf={scope.asOf}
      revision={revision}
      given={parametersOf({ ...question, asOf: scope.asOf, revision })}
      file={called.length > 6 ? `${called.length}-parties` : question.parties.join('-')}
      table={trendTable(all, measure)}
      picture={picture}
      asked={requests?.[0] ?? {}}
      busy={asking.loading}
      controls={<Controls question={question} nameOf={nameOf} change={change} />}
      notes={
        lines.length > 0 && (
          <>
            <Notes
              hasBand={lines.length === 1 && lines[0]?.points.some(({ interval }) => interval !== null) === true}
              hasEvents={events.length > 0}
              unread={all.length - lines.length}
              leftOut={kind === 'together' ? first.leftOut : []}
            />
            <TurningPoints lines={all} measure={measure} asOf={scope.asOf} revision={revision} />
          </>
        )
      }
      more={
        <QueryBehind
          document={TrendDocument}
          variables={requests?.[0] ?? {}}
          table={{
            name: kind === 'pairs' ? 'series-with' : 'agreement-series',
            parameters: { ...requests?.[0] },
          }}
        />
      }
    >
      {lines.length === 0 ? (
        <p class="notice">{trendTexts.nothing}</p>
      ) : (
        <Plot title={title} lines={lines} events={events} measure={measure} by={by} />
      )}
    </ChartFrame>
  );
}

function linesIn(
  series: readonly Series[],
  kind: 'together' | 'issues' | 'pairs',
  called: readonly string[],
): readonly Line[] {
  switch (kind) {
    case 'together':
      return series.map((one) => lineTogether(one, 'together', list(called)));
    case 'issues':
      return series.flatMap((one) => {
        const [issue] = one.scope.issues ?? [];
        return issue === undefined ? [] : [lineTogether(one, issue.key, issue.name)];
      });
    case 'pairs':
      return series.flatMap(linesWith);
  }
}

const namesIn = (series: readonly Series[]): ReadonlyMap<string, string> =>
  new Map(
    series
      .flatMap((one) => [...one.parties, ...one.with.map(({ party }) => party)])
      .map(({ key, name }) => [key, name]),
  );
