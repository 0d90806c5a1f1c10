import type { Verdict } from '../generated/graphql.ts';
import type { Standing } from '../words/positions.ts';

// Pictures are used outside the page on white, so they have the light colours of style/tokens.css in either scheme.

export const ink = '#1d2126';
export const softInk = '#565d66';
export const line = '#dfdcd3';
export const paper = '#ffffff';
export const hatch = '#b9b4a7';

/** Lines and groups of charts. */
export const series: readonly string[] = ['#31408f', '#b4480d', '#0f766e', '#8f86c9', '#6b2f1a', '#1d2126'];

type Colours = readonly [ground: string, ink: string];

export const standingColours: Readonly<Record<Standing, Colours>> = {
  SUPPORT: ['#0f766e', '#ffffff'],
  LEAN_SUPPORT: ['#b9e0da', '#0b3f3b'],
  NEUTRAL: ['#f0e3b2', '#473b0c'],
  LEAN_OPPOSE: ['#fbd3ae', '#5c2d06'],
  OPPOSE: ['#b4480d', '#ffffff'],
  SPLIT: ['none', ink],
  ABSENT: ['none', softInk],
  UNKNOWN: ['url(#hatch)', softInk],
};

export const verdictColours: Readonly<Record<Verdict, Colours>> = {
  AGREE: ['#31408f', '#ffffff'],
  DIVIDED: ['#9c1f5e', '#ffffff'],
  MIXED: ['#ece4f5', '#4b3168'],
  NEUTRAL: ['#f0e3b2', '#473b0c'],
  UNKNOWN: ['none', softInk],
};
