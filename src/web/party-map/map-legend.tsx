import { partyMapTexts } from '../texts/en-party-map.ts';
import { Mark } from './mark.tsx';
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
          {partyMapTexts.groupInWords(
            partyMapTexts.groupLetter(colour),
            some.length,
            some.length <= 3 ? some.map(nameOf) : [],
          )}
        </li>
      ))}
    </ul>
  );
}
