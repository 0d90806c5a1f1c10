import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { texts } from '../texts/texts.ts';
import type { Ask } from './ask.ts';
import type { Compared } from './compared.ts';
import type { Question } from './question.ts';
import { Legend } from './table/legend.tsx';
import { PositionCards } from './table/position-cards.tsx';
import { PositionTable } from './table/position-table.tsx';
import { useNarrow } from './table/use-narrow.ts';
import type { useRows } from './table/use-rows.ts';

interface Props {
  readonly comparison: Compared;
  /** The question that is answered. */
  readonly question: Question;
  /** Shows what is behind a position, by a question that names it; null: that is at another address. */
  readonly ask: Ask | null;
  readonly rows: ReturnType<typeof useRows>;
  /** Beside the heading. */
  readonly children?: ComponentChildren;
}

/** The positions side by side, in a table or on a narrow screen on cards, and what their marks mean. */
export function Positions({ comparison, question, ask, rows: { rows, more }, children }: Props) {
  const isNarrow = useNarrow();
  const { parties, scope, unknown } = comparison;
  const words = texts.compare;
  // Drawn anew only with other rows: there may be hundreds, and the question changes before they do.
  const table = useMemo(() => {
    const shown = { parties, rows: rows.nodes, day: scope.asOf, question, ask };
    return isNarrow ? <PositionCards {...shown} /> : <PositionTable {...shown} />;
  }, [rows.nodes, question, isNarrow, ask]);
  return (
    <section class="position-section" aria-labelledby="positions">
      <div class="section-head">
        <h2 id="positions">{words.positions}</h2>
        {children}
      </div>
      {rows.nodes.length > 0 ? (
        table
      ) : (
        <p class="notice">{unknown.totalCount > 0 ? words.noneCompared : words.nothingHeld}</p>
      )}
      {rows.remaining > 0 && (
        <p class="more">
          <button type="button" onClick={more.load} disabled={more.loading}>
            {more.loading ? words.loading : words.more(Math.min(100, rows.remaining))}
          </button>{' '}
          {words.shown(rows.nodes.length, rows.total)}
          {more.failed && <span role="alert">{words.moreFailed}</span>}
        </p>
      )}
      <details class="legend-fold">
        <summary>{words.legend}</summary>
        <Legend />
      </details>
    </section>
  );
}
