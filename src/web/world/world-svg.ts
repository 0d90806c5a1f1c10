import type { Measure } from '../generated/graphql.ts';
import { colourAt, hexOf, scaleFraction } from '../matrix/colour/scale.ts';
import { scaleOfPicture } from '../matrix/take-away/matrix-svg.ts';
import { ink, line, softInk } from '../take-away/picture-colours.ts';
import { picture, pictureText, serif } from '../take-away/picture-text.ts';
import { sourceLines } from '../take-away/source-lines.ts';
import { mapsTexts } from '../texts/en-maps.ts';
import type { Agreements } from './agreements.ts';
import { type World, worldSize } from './shapes/world-shapes.ts';
import { partyOf } from './world-map.tsx';

const margin = 32;
const head = 104;
const letterWidth = 6.6;
const lineHeight = 16;

interface Around {
  readonly title: string;
  /** The scope and the day in words. */
  readonly about: string;
  readonly revision: number;
}

/** The world map as a picture with its title, scope, scale and source. */
export function worldSvg(
  world: World,
  chosen: string,
  { byKey }: Agreements,
  measure: Measure,
  { title, about, revision }: Around,
): string {
  const width = worldSize.width + margin * 2;
  const top = margin + head;
  const bottom = top + worldSize.height;
  const fillOf = (key: string | null): string => {
    if (key === chosen) return ink;
    const value = key === null ? null : (byKey.get(key)?.value ?? null);
    return value === null ? 'url(#hatch)' : hexOf(colourAt(scaleFraction(measure, value), 'light'));
  };
  const isKnown = (key: string) => key === chosen || (byKey.get(key)?.value ?? null) !== null;
  const source = sourceLines(revision, Math.floor((width - margin * 2) / letterWidth));
  const parts = [
    '<defs><pattern id="crossed" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">',
    `<path d="M0 0V4M0 0H4" stroke="${ink}" stroke-width=".6"/></pattern>`,
    `<clipPath id="frame"><rect width="${worldSize.width}" height="${worldSize.height}"/></clipPath></defs>`,
    pictureText(margin, margin + 24, title, { size: 24, family: serif, weight: 600 }),
    pictureText(margin, margin + 46, about, { size: 13, fill: softInk }),
    ...scaleOfPicture(measure, margin, margin + 64),
    `<rect x="${margin + 470}" y="${margin + 64}" width="24" height="12" fill="url(#crossed)" stroke="${softInk}"/>`,
    pictureText(margin + 502, margin + 75, mapsTexts.world.disputedShort, { size: 12 }),
    `<g transform="translate(${margin} ${top})" clip-path="url(#frame)" stroke="#fff" stroke-width=".6">`,
    `<path d="${world.edge}" fill="#f3f1eb" stroke="${line}"/>`,
    ...world.shapes.map((shape) => {
      const fill = fillOf(partyOf(shape, isKnown));
      const stroke = fill.startsWith('url') ? ` stroke="${softInk}"` : '';
      const hatched = shape.area === null ? '' : `<path d="${shape.path}" fill="url(#crossed)" stroke="${ink}"/>`;
      return `<path d="${shape.path}" fill="${fill}"${stroke}/>${hatched}`;
    }),
    ...world.dots.map(
      ({ key, x, y }) => `<circle cx="${x}" cy="${y}" r="3" fill="${fillOf(key)}" stroke="${softInk}"/>`,
    ),
    '</g>',
    ...source.map((text, index) =>
      pictureText(margin, bottom + 28 + index * lineHeight, text, { size: 12, fill: softInk }),
    ),
  ];
  return picture(width, bottom + 28 + source.length * lineHeight + margin, `${title}, ${about}`, parts);
}
