import type { Measure } from '../../generated/graphql.ts';
import { softInk } from '../../take-away/picture-colours.ts';
import { pictureText } from '../../take-away/picture-text.ts';
import { matrixTexts } from '../../texts/en-matrix.ts';
import { leastOf, measureWords, valueInWords } from '../../words/measures.ts';
import { colourAt, hexOf } from '../colour/scale.ts';

const scaleWidth = 240;
const shades = 64;

/** The scale of a measure in a picture, with its ticks and the pattern for unknown. */
export function pictureScale(measure: Measure, x: number, y: number): readonly string[] {
  const { name } = measureWords[measure];
  const least = leastOf(measure);
  const width = scaleWidth / shades;
  const blocks = Array.from(
    { length: shades },
    (_, shade) =>
      `<rect x="${x + shade * width}" y="${y}" width="${width + 0.5}" height="12" fill="${hexOf(colourAt(shade / (shades - 1), 'light'))}"/>`,
  );
  const ticks = [0, 0.5, 1].map((fraction) => {
    const anchor = fraction === 0 ? 'start' : fraction === 1 ? 'end' : 'middle';
    const value = valueInWords(least + fraction * (1 - least), 1);
    return pictureText(x + fraction * scaleWidth, y + 27, value, { size: 11, fill: softInk, anchor });
  });
  const unknownAt = x + scaleWidth + 130;
  return [
    ...blocks,
    ...ticks,
    pictureText(x + scaleWidth + 10, y + 11, name, { size: 12 }),
    `<rect x="${unknownAt}" y="${y}" width="24" height="12" fill="url(#hatch)" stroke="${softInk}" stroke-dasharray="2 3"/>`,
    pictureText(unknownAt + 32, y + 11, matrixTexts.legend.unknownShort, { size: 12 }),
  ];
}
