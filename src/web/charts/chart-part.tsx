import { useRef, useState } from 'preact/hooks';
import type { ParametersGiven } from '../address/address.ts';
import { writeAddress } from '../address/address.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { useNearSight } from '../frame/use-near-sight.ts';
import { changedParameters } from './chart-address.ts';
import type { ChartName } from './names.ts';

const loadChart = async () => (await import('./chart-at.tsx')).ChartAt;

interface Props {
  readonly name: ChartName;
  /** What of the view's question is also the chart's, by the names of the chart's parameters. */
  readonly given: ParametersGiven;
}

/**
 * A chart as a part of a view. Its code is loaded when it is nearly in sight. What is changed on it is not in the address of the view; its own address,
 * below it, has all of it.
 */
export function ChartPart({ name, given }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [changes, setChanges] = useState<ParametersGiven>({});
  const Loaded = useLoaded(loadChart, useNearSight(place));
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
