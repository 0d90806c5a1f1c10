import { ink, line, softInk } from '../take-away/picture-colours.ts';
import { picture, pictureText, serif } from '../take-away/picture-text.ts';
import { sourceLines } from '../take-away/source-lines.ts';
import { labelOrder } from './label-order.ts';
import { groupColours, markPath } from './marks.ts';
import type { Extent, Period } from './periods.ts';
import { labelled, placing } from './placing.ts';

const margin = 32;
const head = 64;
const size = { width: 960, height: 690 } as const;
const letterWidth = 6.6;
const lineHeight = 16;

interface Drawn {
  readonly period: Period;
  readonly extent: Extent;
  readonly nameOf: (key: string) => string;
  readonly colourOf: (key: string) => number | null;
  readonly followed: string | null;
  readonly title: string;
  /** The scope and the day in words. */
  readonly about: string;
  readonly revision: number;
}

/** The map of parties of a year as a picture with its title, scope and source. */
export function partyMapSvg({ period, extent, nameOf, colourOf, followed, title, about, revision }: Drawn): string {
  const { at } = placing(extent, size.width, size.height);
  const points = labelOrder(period, followed).flatMap((key) => {
    const place = period.places.get(key);
    return place === undefined ? [] : [{ key, ...at(place), width: nameOf(key).length * letterWidth }];
  });
  const sides = labelled(points, size);
  const zero = at({ x: 0, y: 0 });
  const width = size.width + 2 * margin;
  const bottom = margin + head + size.height;
  const source = sourceLines(revision, Math.floor(size.width / letterWidth));
  const parts = [
    pictureText(margin, margin + 24, title, { size: 24, family: serif, weight: 600 }),
    pictureText(margin, margin + 46, about, { size: 13, fill: softInk }),
    `<g transform="translate(${margin} ${margin + head})">`,
    `<path d="M${zero.x} 0V${size.height}M0 ${zero.y}H${size.width}" stroke="${line}"/>`,
    ...points.map(({ key, x, y }) => {
      const colour = colourOf(key);
      const fill = colour === null ? softInk : (groupColours.light[colour] ?? softInk);
      return `<path d="${markPath(colour, Math.round(x * 10) / 10, Math.round(y * 10) / 10)}" fill="${fill}" fill-opacity=".9"/>`;
    }),
    ...points.flatMap(({ key, x, y }) => {
      const side = sides.get(key);
      if (side === undefined) return [];
      const anchor = side === 'right' ? 'start' : 'end';
      return pictureText(x + (side === 'right' ? 8 : -8), y + 4, nameOf(key), {
        size: 12,
        anchor,
        fill: ink,
        weight: key === followed ? 700 : 400,
      });
    }),
    '</g>',
    ...source.map((text, index) =>
      pictureText(margin, bottom + 28 + index * lineHeight, text, { size: 12, fill: softInk }),
    ),
  ];
  return picture(width, bottom + 28 + source.length * lineHeight + margin, `${title}, ${about}`, parts);
}
