import { mapsTexts } from '../texts/en-maps.ts';
import { groupColours, markPath } from './marks.ts';
import type { Period } from './periods.ts';

interface Props {
  readonly period: Period;
  readonly colourOf: (label: string, key: string) => number | null;
  readonly nameOf: (key: string) => string;
}

/** The groups of a year with their marks. Nothing while they are not known. */
export function MapLegend({ period, colourOf, nameOf }: Props) {
  const keys = [...period.places.keys()];
  const groups = [...Map.groupBy(keys, (key) => colourOf(period.label, key))]
    .flatMap(([colour, some]) => (colour === null ? [] : [{ colour, some }]))
    .sort((a, b) => b.some.length - a.some.length || a.colour - b.colour);
  if (groups.length === 0) return null;
  return (
    <ul class="map-legend">
      {groups.map(({ colour, some }) => (
        <li key={colour}>
          <Mark colour={colour} />{' '}
          {mapsTexts.map.groupInWords(
            mapsTexts.map.groupLetter(colour),
            some.length,
            some.length <= 3 ? some.map(nameOf) : [],
          )}
        </li>
      ))}
    </ul>
  );
}

/** The mark of a group, as on the map. */
export function Mark({ colour }: { readonly colour: number }) {
  const colours = { '--light': groupColours.light[colour], '--dark': groupColours.dark[colour] };
  return (
    <svg class="group-mark" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" style={colours}>
      <path d={markPath(colour)} />
    </svg>
  );
}
