import type { Measure } from '../../generated/graphql.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';
import { colourAt, ground, placeOn, type Rgb, type Scheme } from './scale.ts';

const shades = 256;

/**
 * Paints a matrix on a canvas, one pixel a cell; the browser draws it larger. Pairs without a value stay clear, for the hatched ground below; the
 * diagonal, which no pair is, has the colour of the page.
 */
export function paintMatrix(
  canvas: HTMLCanvasElement,
  { values }: OrderedMatrix,
  measure: Measure,
  scheme: Scheme,
): void {
  const count = values.length;
  canvas.width = count;
  canvas.height = count;
  const context = canvas.getContext('2d');
  if (context === null || count === 0) return;
  const image = context.createImageData(count, count);
  const colours = Array.from({ length: shades }, (_, shade) => colourAt(shade / (shades - 1), scheme));
  for (const [row, line] of values.entries()) {
    for (const [column, value] of line.entries()) {
      if (value === null && row !== column) continue;
      const place = value === null ? 0 : placeOn(measure, value);
      const colour = row === column ? ground[scheme] : (colours[Math.round(place * (shades - 1))] as Rgb); // a place is 0 to 1
      image.data.set([...colour, 255], (row * count + column) * 4);
    }
  }
  context.putImageData(image, 0, 0);
}
