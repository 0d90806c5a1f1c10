import { dateOf, dayOf } from '#agreement/day.ts';
import { builder } from '../builder.ts';
import { textInput } from './text-scalar.ts';

builder.scalarType('Date', {
  description: 'A day, YYYY-MM-DD, from 0001-01-01 to 9999-12-31.',
  serialize: dateOf,
  ...textInput('Date', 'a valid date, YYYY-MM-DD', (text) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(text) : Number.NaN;
    return Number.isNaN(day) || text < '0001' ? undefined : day;
  }),
});
