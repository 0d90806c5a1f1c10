import type { Scheme } from '../matrix/colour/scale.ts';

/** Colours of groups, told apart with the three kinds of colour blindness in this order as far as eight colours can be; each has a form of its own too. */
export const groupColours: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#31408f', '#c05a12', '#0f766e', '#9c1f5e', '#8a6d00', '#5b8a1c', '#2b7fb8', '#7a4fa3'],
  dark: ['#9aa8ff', '#f2994a', '#4fd0bd', '#ff8fc0', '#e3c04b', '#a6d45f', '#7cc4f4', '#c9a3f0'],
};

export const inks: Readonly<
  Record<Scheme, { readonly ink: string; readonly soft: string; readonly line: string; readonly paper: string }>
> = {
  light: { ink: '#1d2126', soft: '#565d66', line: '#dfdcd3', paper: '#fdfcf9' },
  dark: { ink: '#eceae4', soft: '#a9b0b8', line: '#343a41', paper: '#14171a' },
};

const size = 5;

/** The outline of the mark of a group about a point, as the attribute `d` of an SVG path; null: a group that is not known, a circle. */
export function markPath(colour: number | null, x = 0, y = 0, radius = size): string {
  const points = colour === null ? null : (forms[colour % forms.length] ?? null);
  if (points === null) {
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  }
  return `M${points.map(([dx, dy]) => `${round(x + dx * radius)} ${round(y + dy * radius)}`).join('L')}z`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

type Form = readonly (readonly [number, number])[];

/** Corners at unit size; null is a circle. */
const forms: readonly (Form | null)[] = [
  null,
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.2],
    [1.1, 0.8],
    [-1.1, 0.8],
  ],
  [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  [
    [0, 1.2],
    [1.1, -0.8],
    [-1.1, -0.8],
  ],
  [
    [-0.4, -1.2],
    [0.4, -1.2],
    [0.4, -0.4],
    [1.2, -0.4],
    [1.2, 0.4],
    [0.4, 0.4],
    [0.4, 1.2],
    [-0.4, 1.2],
    [-0.4, 0.4],
    [-1.2, 0.4],
    [-1.2, -0.4],
    [-0.4, -0.4],
  ],
  [
    [-0.6, -1.1],
    [0.6, -1.1],
    [1.2, 0],
    [0.6, 1.1],
    [-0.6, 1.1],
    [-1.2, 0],
  ],
  [
    [-1.2, 0],
    [0.8, -1.1],
    [0.8, 1.1],
  ],
];
