import { useRef, useState } from 'preact/hooks';
import { pagePalette } from '../charts/palette.ts';
import { useWidth } from '../charts/use-width.ts';
import type { Measure, SeriesPeriod } from '../generated/graphql.ts';
import { trendTexts } from '../texts/en-trend.ts';
import type { SignedEvent } from './events.ts';
import { layoutOf } from './layout.ts';
import { isFirm, type Line, type Point, periodsOf } from './line.ts';
import { periodInWords, pointsIn, Readout } from './readout.tsx';
import { TrendDrawing } from './trend-drawing.tsx';

interface Props {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly events: readonly SignedEvent[];
  readonly measure: Measure;
  readonly by: SeriesPeriod;
}

const far = 10;

/**
 * The lines as they are shown on the page. The period under the pointer is read below; by keyboard it is a slider, whose value is what the lines say
 * in that period.
 */
export function Plot({ title, lines, events, measure, by }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [chosen, choose] = useState<number | null>(null);
  const [lit, light] = useState<string | null>(null);
  const periods = periodsOf(lines);
  const last = periods.length - 1;
  const at = Math.min(chosen ?? lastFirm(periods, lines), last);
  const period = periods[at];
  const name = trendTexts.period(by, period?.label ?? '');
  const layout = width === null ? null : layoutOf(lines, measure, by, width);
  if (period === undefined) return null;

  const point = (event: PointerEvent & { readonly currentTarget: Element }) => {
    if (layout === null) return;
    const across = event.clientX - event.currentTarget.getBoundingClientRect().left;
    let nearest = 0;
    for (const [index, { middle }] of periods.entries()) {
      if (Math.abs(layout.x(middle) - across) < Math.abs(layout.x(periods[nearest]?.middle ?? 0) - across))
        nearest = index;
    }
    choose(nearest);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - far,
      PageUp: at + far,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(Math.min(last, Math.max(0, next)));
  };
  const within = events.filter(({ date }) => date >= period.from && date < period.until);
  return (
    <div class="trend">
      <div
        ref={frame}
        class="trend-plot"
        role="slider"
        tabIndex={0}
        aria-label={`${title}. ${trendTexts.slider(by)}`}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={periodInWords(name, pointsIn(lines, period), within, measure)}
        onKeyDown={onKeyDown}
        onPointerMove={point}
        onPointerDown={point}
      >
        {layout !== null && (
          <svg width={layout.width} height={layout.height} aria-hidden="true">
            <TrendDrawing
              lines={lines}
              events={events}
              measure={measure}
              layout={layout}
              palette={pagePalette}
              at={period.middle}
              lit={lit}
            />
          </svg>
        )}
      </div>
      <Readout name={name} read={pointsIn(lines, period)} events={within} measure={measure} lit={lit} light={light} />
    </div>
  );
}

/** The last period in which a line has a value that rests on enough; the last of all where none has. */
function lastFirm(periods: readonly Pick<Point, 'label' | 'from'>[], lines: readonly Line[]): number {
  const firm = new Set(
    lines.flatMap(({ points }) => points.filter(isFirm).map(({ from, label }) => `${from} ${label}`)),
  );
  const found = periods.findLastIndex(({ from, label }) => firm.has(`${from} ${label}`));
  return found === -1 ? periods.length - 1 : found;
}
