import type { Drawn } from '../take-away/framed-picture.ts';
import { ink, line, softInk } from '../take-away/picture-colours.ts';
import { pictureText } from '../take-away/picture-text.ts';
import { partyMapTexts } from '../texts/en-party-map.ts';
import { labelOrder } from './label-order.ts';
import { labelled } from './labels.ts';
import { groupColours, markPath } from './marks.ts';
import { scaleOf } from './painting.ts';
import type { ColourOf, Extent, Period } from './periods.ts';
import { placing } from './placing.ts';

const size = { width: 960, height: 690 } as const;
const letterWidth = 6.6;

interface Pictured {
  readonly period: Period;
  readonly extent: Extent;
  readonly nameOf: (key: string) => string;
  readonly colourOf: ColourOf;
  readonly followed: string | null;
}

/** The map of parties of a year as a picture. */
export function partyMapPicture({ period, extent, nameOf, colourOf, followed }: Pictured): Drawn {
  const { at, scale } = placing(extent, size.width, size.height);
  const points = labelOrder(period, followed).flatMap((key) => {
    const place = period.places.get(key);
    return place === undefined ? [] : [{ key, ...at(place), width: nameOf(key).length * letterWidth }];
  });
  const sides = labelled(points, size);
  const zero = at({ x: 0, y: 0 });
  const parts = [
    `<path d="M${zero.x} 0V${size.height}M0 ${zero.y}H${size.width}" stroke="${line}"/>`,
    `<path d="M12 ${size.height - 18}v4h${scaleOf * scale}v-4" fill="none" stroke="${softInk}"/>`,
    pictureText(12, size.height - 24, partyMapTexts.scale(scaleOf), { size: 12, fill: softInk }),
    ...points.map(({ key, x, y }) => {
      const colour = colourOf(period.label, key);
      const fill = colour === null ? softInk : (groupColours.light[colour] ?? softInk);
      return `<path d="${markPath(colour, Math.round(x * 10) / 10, Math.round(y * 10) / 10)}" fill="${fill}" fill-opacity=".9"/>`;
    }),
    ...points.flatMap(({ key, x, y }) => {
      const side = sides.get(key);
      if (side === undefined) return [];
      return pictureText(x + (side === 'right' ? 8 : -8), y + 4, nameOf(key), {
        size: 12,
        anchor: side === 'right' ? 'start' : 'end',
        fill: ink,
        weight: key === followed ? 700 : 400,
      });
    }),
  ];
  return { ...size, body: parts.join('') };
}
