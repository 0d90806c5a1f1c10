import type { Measured } from './measure.ts';

/** At most three digits that mean something. */
export const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : Number(value.toPrecision(value >= 10 ? 3 : 2)).toString();

export const milliseconds = ({ median, min }: Measured): string => `${short(median)} ms (min ${short(min)})`;

export const seconds = ({ median, min }: Measured): string => `${short(median / 1000)} s (min ${short(min / 1000)})`;

export const perSecond = ({ median, max }: Measured): string => `${short(median)}/s (max ${short(max)})`;

export const times = (ratio: number): string => `${short(ratio)}x`;
