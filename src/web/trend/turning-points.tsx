import { recordAddress } from '../address/address.ts';
import type { Measure } from '../generated/graphql.ts';
import { trendTexts } from '../texts/en-trend.ts';
import { shareInWords } from '../words/measures.ts';
import type { Line } from './line.ts';

interface Props {
  readonly lines: readonly Line[];
  readonly measure: Measure;
  readonly asOf: string;
  readonly revision: number;
}

/** When the lines changed their level, and what moved them, the earliest first. */
export function TurningPoints({ lines, measure, asOf, revision }: Props) {
  const turns = lines
    .flatMap((line) => line.turns.map((turn) => ({ line, turn })))
    .sort((a, b) => (a.turn.date < b.turn.date ? -1 : 1));
  if (turns.length === 0) return null;
  return (
    <details class="chart-fold">
      <summary>{trendTexts.turns(turns.length)}</summary>
      <div>
        <p class="soft">{trendTexts.turnsHow}</p>
        <ol class="trend-turns">
          {turns.map(({ line, turn }) => (
            <li key={`${line.key} ${turn.date}`}>
              {trendTexts.turn(
                lines.length === 1 ? null : line.name,
                turn.point.label,
                shareInWords(measure, turn.levelBefore),
                shareInWords(measure, turn.levelAfter),
              )}
              <span class="soft">
                . {trendTexts.movers}
                {turn.movers.nodes.map(({ proposition: { key, text } }, index) => (
                  <>
                    {index > 0 && '; '}
                    <a href={recordAddress('proposition', key, { asOf, revision })}>{text}</a>
                  </>
                ))}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
