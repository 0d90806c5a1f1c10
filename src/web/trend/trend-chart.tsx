import type { ChartProps } from '../charts/chart.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { svgMarkup } from '../charts/markup.ts';
import { picturePalette } from '../charts/palette.ts';
import { TrendDocument } from '../generated/graphql.ts';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { Loading } from '../states/loading.tsx';
import { Problem } from '../states/problem.tsx';
import type { Drawn } from '../take-away/framed-picture.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { trendTexts } from '../texts/en-trend.ts';
import { measureWords } from '../words/measures.ts';
import { Controls } from './controls.tsx';
import { eventsOn, useSigned } from './events.ts';
import { layoutOf } from './layout.ts';
import { Notes } from './notes.tsx';
import { Plot } from './plot.tsx';
import { focusOf, parametersOf, readQuestion } from './question.ts';
import { TrendDrawing } from './trend-drawing.tsx';
import { trendTable } from './trend-table.ts';
import { TurningPoints } from './turning-points.tsx';
import { type Trend, useTrend } from './use-trend.ts';
import './trend.css';

/** A picture that leaves the page is so wide. */
const pictureWidth = 900;
/** More lines than that cannot be told apart; the others are in the table. */
const mostLines = 12;
const mostInFileName = 6;

/** The agreement of parties over time: a line of all of them, for each issue or for each pair, with what they signed and when it turned. */
export function TrendChart({ parameters, change }: ChartProps) {
  const wanted = readQuestion(parameters);
  const { trend, error, loading, retry } = useTrend(wanted);
  const signed = useSigned(trend?.question.parties ?? [], trend?.revision ?? null);
  if (wanted.parties.length < 2) return <p class="notice">{trendTexts.choose}</p>;
  if (error !== null) return <Problem error={error} retry={retry} />;
  if (trend === null) return <Loading what={trendTexts.what} />;

  const { question, kind, measure, asOf, revision, asked } = trend;
  const { by, parties } = question;
  const names = parties.map(trend.nameOf);
  const title = titleOf(trend, names);
  const lines = trend.lines.slice(0, mostLines);
  const drawn = { lines, measure, by, events: eventsOn(signed, lines, asOf) };
  const picture = (): Drawn => {
    const layout = layoutOf(lines, measure, by, pictureWidth);
    const body = svgMarkup(<TrendDrawing {...drawn} layout={layout} palette={picturePalette} />);
    return { width: layout.width, height: layout.height, body, note: measureWords[measure].name };
  };
  return (
    <ChartFrame
      name="trend"
      title={title}
      scope={scopeInWords({ ...question, asOf: null }, trend.issueNames)}
      asOf={asOf}
      revision={revision}
      given={parametersOf({ ...question, asOf, revision })}
      table={trendTable(trend.lines, measure)}
      taken={{
        file: parties.length > mostInFileName ? `${parties.length}-parties` : parties.join('-'),
        picture,
        asked,
        more: (
          <QueryBehind
            document={TrendDocument}
            variables={asked}
            table={
              kind === 'pairs'
                ? { name: 'series-with', parameters: { ...asked, parties: null, party: asked.parties[0] } }
                : { name: 'agreement-series', parameters: { ...asked } }
            }
          />
        ),
      }}
      busy={loading}
      controls={<Controls question={wanted} nameOf={trend.nameOf} change={change} />}
      notes={
        lines.length > 0 && (
          <>
            <Notes {...drawn} unread={trend.lines.length - lines.length} leftOut={trend.leftOut} />
            <TurningPoints lines={trend.lines} measure={measure} by={by} asOf={asOf} revision={revision} />
          </>
        )
      }
    >
      {lines.length === 0 ? <p class="notice">{trendTexts.nothing}</p> : <Plot title={title} {...drawn} />}
    </ChartFrame>
  );
}

function titleOf({ question, kind, nameOf }: Trend, names: readonly string[]): string {
  const { by, parties } = question;
  const focus = kind === 'pairs' ? focusOf(question) : null;
  if (focus !== null) {
    const others = parties.filter((key) => key !== focus).map(nameOf);
    return trendTexts.titleWith(nameOf(focus), others, by);
  }
  return kind === 'together' ? trendTexts.title(names, by) : trendTexts.titleBy(names, by, kind);
}
