import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { recordAddress } from '../address/address.ts';
import { useAnswers } from '../api/use-answers.ts';
import { type Measure, MoversDocument, type MoversQuery, type SeriesPeriod } from '../generated/graphql.ts';
import { trendTexts } from '../texts/en-trend.ts';
import { shareInWords } from '../words/measures.ts';
import type { Line } from './line.ts';

interface Props {
  readonly lines: readonly Line[];
  readonly measure: Measure;
  readonly by: SeriesPeriod;
  readonly asOf: string;
  readonly revision: number;
}

type Mover = NonNullable<MoversQuery['agreementSeries']>['turningPoints'][number]['movers']['nodes'][number];

/** When the lines changed their level, the earliest first; what moved them is asked for when it is unfolded. */
export function TurningPoints({ lines, measure, by, asOf, revision }: Props) {
  const [isOpen, open] = useState(false);
  const turned = lines.filter(({ turns }) => turns.length > 0);
  const variables = turned.map(({ asked }) => asked);
  const asking = useAnswers(MoversDocument, isOpen && turned.length > 0 ? { variables, about: null } : null);
  const moversAt = (line: Line, date: string): readonly Mover[] => {
    const index = asking.loading ? -1 : turned.indexOf(line);
    const turns = asking.data?.answers[index]?.agreementSeries?.turningPoints ?? [];
    return turns.find((turn) => turn.date === date)?.movers.nodes ?? [];
  };
  const turns = turned
    .flatMap((line) => line.turns.map((turn) => ({ line, turn })))
    .sort((a, b) => (a.turn.date < b.turn.date ? -1 : 1));
  if (turns.length === 0) return null;
  return (
    <details class="chart-fold" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{trendTexts.turns(turns.length)}</summary>
      <div>
        <p class="soft">{trendTexts.turnsHow}</p>
        <ol class="trend-turns">
          {turns.map(({ line, turn: { date, point, levelBefore, levelAfter } }) => (
            <li key={`${line.key} ${date}`}>
              {trendTexts.turn(
                lines.length === 1 ? null : line.name,
                trendTexts.period(by, point.label),
                shareInWords(measure, levelBefore),
                shareInWords(measure, levelAfter),
              )}
              <Movers movers={moversAt(line, date)} given={{ asOf, revision }} />
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}

interface MoversProps {
  readonly movers: readonly Mover[];
  readonly given: { readonly asOf: string; readonly revision: number };
}

function Movers({ movers, given }: MoversProps) {
  if (movers.length === 0) return null;
  return (
    <span class="soft">
      . {trendTexts.movers}
      {movers.map(({ proposition: { key, text, rollCall } }, index) => (
        <Fragment key={key}>
          {index > 0 && '; '}
          <a
            href={
              rollCall === null
                ? recordAddress('proposition', key, given)
                : recordAddress('vote', key, { revision: given.revision })
            }
          >
            {rollCall?.title ?? text}
          </a>
        </Fragment>
      ))}
    </span>
  );
}
