import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { AskError } from '../api/ask-error.ts';
import { Loading } from '../states/loading.tsx';
import { Problem } from '../states/problem.tsx';
import { chartTexts } from '../texts/en-charts.ts';
import { PlaceContext } from './place.ts';
import './charts.css';

interface Props {
  /** What the chart is about, while nothing can be said of what it shows. */
  readonly title: string;
  /** Controls, so that another question can be asked. */
  readonly controls?: ComponentChildren;
  readonly asking: { readonly error: AskError | null; readonly slow: boolean; readonly retry: () => void };
  /** Why there is nothing to show although the answer has come. */
  readonly nothing?: string | null;
}

/** A chart before its first answer, and where there is none. */
export function ChartWaiting({ title, controls, asking, nothing = null }: Props) {
  const place = useContext(PlaceContext);
  const Heading = place === 'part' ? 'h2' : 'h1';
  return (
    <div class="chart">
      <Heading>{title}</Heading>
      {place !== 'embed' && controls}
      {asking.error !== null ? (
        <Problem error={asking.error} retry={asking.retry} />
      ) : nothing !== null ? (
        <p class="notice">{nothing}</p>
      ) : (
        <Loading what={chartTexts.what} slow={asking.slow} />
      )}
    </div>
  );
}
