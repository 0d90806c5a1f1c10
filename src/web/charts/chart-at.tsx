import { useEffect, useState } from 'preact/hooks';
import { Loading } from '../states/loading.tsx';
import { chartTexts } from '../texts/en-charts.ts';
import type { Chart, ChartProps } from './chart.ts';
import type { ChartName } from './names.ts';
import { type Place, PlaceContext } from './place.ts';
import { charts } from './registry.ts';

interface Props extends ChartProps {
  readonly name: ChartName;
  readonly place: Place;
}

/** A chart by its name, whose code is loaded now. */
export function ChartAt({ name, place, ...given }: Props) {
  const [Loaded, setLoaded] = useState<Chart | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    charts[name]().then(
      (loaded) => setLoaded(() => loaded),
      () => setFailed(true),
    );
  }, [name]);
  if (failed) return <p class="notice">{chartTexts.notLoaded}</p>;
  if (Loaded === null) return <Loading what={chartTexts.what} />;
  return (
    <PlaceContext.Provider value={place}>
      <Loaded {...given} />
    </PlaceContext.Provider>
  );
}
