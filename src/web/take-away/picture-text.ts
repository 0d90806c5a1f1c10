import { hatch, ink, paper } from './picture-colours.ts';
import { escaped } from './svg-text.ts';

export const serif = 'Georgia, "Noto Serif", serif';
export const sans = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

interface Letters {
  readonly size: number;
  readonly family?: string;
  readonly weight?: number;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Degrees by which it is turned about its anchor point. */
  readonly turned?: number;
}

/** A line of text in an SVG picture, at its baseline. */
export function pictureText(x: number, y: number, what: string, letters: Letters): string {
  const { size, family = sans, weight = 400, fill = ink, anchor = 'start', turned = 0 } = letters;
  const font = `font-family="${escaped(family)}" font-size="${size}" font-weight="${weight}"`;
  const turn = turned === 0 ? '' : ` transform="rotate(${turned} ${x} ${y})"`;
  return `<text x="${x}" y="${y}" fill="${fill}" text-anchor="${anchor}" ${font}${turn}>${escaped(what)}</text>`;
}

/** A picture of a size on white, with a title for screen readers and the hatching `url(#hatch)` for unknown. */
export const picture = (width: number, height: number, title: string, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escaped(title)}</title><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="${hatch}" stroke-width="1"/></pattern></defs><rect width="100%" height="100%" fill="${paper}"/>${parts.join('')}</svg>`;
