import type { Measure } from '../../generated/graphql.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';
import { colourAt, ground, type Rgb, type Scheme, scaleFraction } from './scale.ts';

const shades = 256;

/**
 * Paints a matrix on a canvas, one pixel per cell; the browser scales it up. Pairs without a value are transparent, above a hatched background; the
 * diagonal, which has no pairs, has the colour of the page.
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
  // A pixel is written as one number, computed from its four bytes once for each shade.
  const pixels = new Uint32Array(image.data.buffer);
  const colours = Array.from({ length: shades }, (_, shade) => pixelOf(colourAt(shade / (shades - 1), scheme)));
  const onDiagonal = pixelOf(ground[scheme]);
  for (let row = 0; row < count; row++) {
    const line = values[row] ?? [];
    for (let column = 0; column < count; column++) {
      const value = line[column] ?? null;
      if (row === column) pixels[row * count + column] = onDiagonal;
      else if (value !== null) {
        const shade = Math.round(scaleFraction(measure, value) * (shades - 1));
        pixels[row * count + column] = colours[shade] ?? 0;
      }
    }
  }
  context.putImageData(image, 0, 0);
}

const pixelOf = (colour: Rgb): number => new Uint32Array(Uint8Array.of(...colour, 255).buffer)[0] ?? 0;
