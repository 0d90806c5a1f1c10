import type { Measure } from '../generated/graphql.ts';
import { colourAt, hexOf, scaleFraction } from '../matrix/colour/scale.ts';
import { pictureScale } from '../matrix/take-away/picture-scale.ts';
import type { Drawn } from '../take-away/framed-picture.ts';
import { ink, line, softInk } from '../take-away/picture-colours.ts';
import { pictureText } from '../take-away/picture-text.ts';
import { worldTexts } from '../texts/en-world.ts';
import type { Agreements } from './agreements.ts';
import { type World, worldSize } from './shapes/world-shapes.ts';
import { partyOf } from './world-map.tsx';

const head = 44;

/** The world map as a picture, with its scale. */
export function worldPicture(world: World, chosen: string, { byKey }: Agreements, measure: Measure): Drawn {
  const agreementWith = (key: string | null) => (key === null ? null : (byKey.get(key)?.value ?? null));
  const isKnown = (key: string) => key === chosen || agreementWith(key) !== null;
  const fillOf = (key: string | null): string => {
    const value = agreementWith(key);
    if (key === chosen) return ink;
    return value === null ? 'url(#hatch)' : hexOf(colourAt(scaleFraction(measure, value), 'light'));
  };
  const parts = [
    '<defs><pattern id="crossed" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">',
    `<path d="M0 0V4M0 0H4" stroke="${ink}" stroke-width=".6"/></pattern>`,
    `<clipPath id="frame"><rect width="${worldSize.width}" height="${worldSize.height}"/></clipPath></defs>`,
    ...pictureScale(measure, 0, 0),
    `<rect x="480" y="0" width="24" height="12" fill="url(#crossed)" stroke="${softInk}"/>`,
    pictureText(512, 11, worldTexts.disputedShort, { size: 12 }),
    `<g transform="translate(0 ${head})" clip-path="url(#frame)" stroke="#fff" stroke-width=".6">`,
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
  ];
  return { width: worldSize.width, height: head + worldSize.height, body: parts.join('') };
}
