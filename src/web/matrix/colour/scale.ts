import type { Measure } from '../../generated/graphql.ts';
import { leastOf } from '../../words/measures.ts';

export type Rgb = readonly [number, number, number];
export type Scheme = 'light' | 'dark';

/**
 * From the lowest value to the highest: burnt orange, cream half way, indigo. Distinguishable with the three kinds of colour blindness, and both ends differ from
 * the background as much as from each other. The hue is that of the verdict "Agree", not of a position.
 */
const stops: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#8a3606', '#c4611a', '#ec9f57', '#f8d3a8', '#f6eedb', '#d2d5ee', '#a1a8dc', '#6370ba', '#2a3788'],
  dark: ['#ffb47c', '#d9843f', '#a35d25', '#6b4423', '#3d392a', '#3b416e', '#5661a6', '#828fdd', '#bcc5ff'],
};

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb; // three numbers

const scales: Readonly<Record<Scheme, readonly Rgb[]>> = {
  light: stops.light.map(rgbOf),
  dark: stops.dark.map(rgbOf),
};

/** The page's background, `--paper`, outside of the cells. */
export const ground: Readonly<Record<Scheme, Rgb>> = { light: rgbOf('#fdfcf9'), dark: rgbOf('#14171a') };

/** Where a value is on the scale of its measure, as a fraction from 0 to 1; a value below the scale is at 0. */
export function scaleFraction(measure: Measure, value: number): number {
  const least = leastOf(measure);
  return Math.min(1, Math.max(0, (value - least) / (1 - least)));
}

/** The colour at a fraction of the scale, 0 to 1. */
export function colourAt(fraction: number, scheme: Scheme): Rgb {
  const scale = scales[scheme];
  const at = fraction * (scale.length - 1);
  const below = Math.min(Math.floor(at), scale.length - 2);
  const [one, other] = [scale[below], scale[below + 1]] as [Rgb, Rgb]; // both are within the scale
  const mixed = (channel: 0 | 1 | 2) => Math.round(one[channel] + (other[channel] - one[channel]) * (at - below));
  return [mixed(0), mixed(1), mixed(2)];
}

export const hexOf = (colour: Rgb): string =>
  `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** The colour of text on the colour at a fraction of the scale: of black and white the one with more contrast, which is 4.5 at least. */
export const inkOn = (fraction: number, scheme: Scheme): 'black' | 'white' =>
  luminanceOf(colourAt(fraction, scheme)) > 0.18 ? 'black' : 'white';

/** Relative luminance as defined by WCAG 2, 0 to 1. */
function luminanceOf(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) =>
    channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
