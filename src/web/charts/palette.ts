import * as picture from '../take-away/picture-colours.ts';

/** The colours of a chart: those of the page, which follow its scheme, or those of pictures that leave it. */
export interface Palette {
  readonly ink: string;
  readonly softInk: string;
  readonly line: string;
  readonly paper: string;
  /** Lines and groups that are told apart by colour and by a dash or a sign; after the last the first comes again. */
  readonly series: readonly string[];
}

export const pagePalette: Palette = {
  ink: 'var(--ink)',
  softInk: 'var(--ink-soft)',
  line: 'var(--line)',
  paper: 'var(--paper)',
  series: Array.from({ length: picture.series.length }, (_, index) => `var(--series-${index + 1})`),
};

export const picturePalette: Palette = picture;
