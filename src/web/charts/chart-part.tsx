import { useEffect, useRef, useState } from 'preact/hooks';
import type { ParametersGiven } from '../address/address.ts';
import { writeAddress } from '../address/address.ts';
import { changedParameters } from './chart-address.ts';
import type { ChartAt } from './chart-at.tsx';
import type { ChartName } from './names.ts';

interface Props {
  readonly name: ChartName;
  /** What of the view's question is also the chart's, by the names of the chart's parameters. */
  readonly given: ParametersGiven;
}

/** How far below the window a chart may be when it is loaded, so that it is there when it is scrolled to. */
const ahead = '600px';

/**
 * A chart as a part of a view. Its code is loaded when it is nearly in sight. What is changed on it is not in the address of the view; its own address,
 * below it, has all of it.
 */
export function ChartPart({ name, given }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [Loaded, setLoaded] = useState<typeof ChartAt | null>(null);
  const [changes, setChanges] = useState<ParametersGiven>({});
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        import('./chart-at.tsx').then(
          (loaded) => setLoaded(() => loaded.ChartAt),
          () => {}, // the chart is then not there; the view is complete without it
        );
      },
      { rootMargin: ahead },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const parameters = changedParameters(new URL(writeAddress('/', given), location.href).searchParams, changes);
  return (
    <div ref={place} class="chart-part">
      {Loaded !== null && (
        <Loaded
          name={name}
          place="part"
          parameters={parameters}
          change={(more) => setChanges((before) => ({ ...before, ...more }))}
        />
      )}
    </div>
  );
}
