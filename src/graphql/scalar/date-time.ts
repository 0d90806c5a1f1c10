import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';

builder.scalarType('DateTime', {
  description: 'A moment in UTC, such as 2022-02-04T09:30:00.000Z.',
  serialize: (time) => time.toISOString(),
  parseValue(value) {
    const time = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
    if (!Number.isNaN(time.getTime())) return time;
    throw apiError(
      'BAD_INPUT',
      `DateTime: found ${JSON.stringify(value)?.slice(0, 80)}, expected a moment such as 2022-02-04T09:30:00Z.`,
    );
  },
});
