import { colourAt, type Scheme } from './scale.ts';

const steps = 256;

/** Paints the scale of a measure on a canvas, with the lowest value on the left; the browser scales it up. */
export function paintScale(canvas: HTMLCanvasElement, scheme: Scheme): void {
  canvas.width = steps;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const image = context.createImageData(steps, 1);
  for (let step = 0; step < steps; step++) image.data.set([...colourAt(step / (steps - 1), scheme), 255], step * 4);
  context.putImageData(image, 0, 0);
}
