import { dateOf, dayOf } from '#ledger/snapshot/day.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';

builder.scalarType('Date', {
  description: 'A day, YYYY-MM-DD, from 0001-01-01 to 9999-12-31.',
  serialize: dateOf,
  parseValue(value) {
    const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayOf(value) : Number.NaN;
    if (!Number.isNaN(day)) return day;
    throw apiError(
      'BAD_INPUT',
      `Date: found ${JSON.stringify(value)?.slice(0, 80)}, expected a day that exists, written YYYY-MM-DD.`,
    );
  },
});
