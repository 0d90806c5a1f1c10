import { some } from './en-answer.ts';
import { count } from './intl.ts';

/** The texts of the receipt: how a number adds up. */
export const receipt = {
  title: 'Receipt',
  counted: (counted: number, rows: number, pairs: number) =>
    `${some(counted, 'row')} of ${count(rows)} count; each adds its part${pairs > 1 ? `, averaged over ${count(pairs)} pairs` : ''}.`,
  proposition: 'Proposition',
  positions: 'Positions',
  adds: 'Adds',
  sum: (measure: string, value: string) => `Sum of all that count = ${measure.toLowerCase()} ${value}`,
  all: (rows: number) => `Show all ${count(rows)} rows`,
} as const;
