import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';

builder.scalarType('URL', {
  description: 'An address that begins with http:// or https://.',
  serialize: (address) => address,
  parseValue(value) {
    if (typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)) return value;
    throw apiError(
      'BAD_INPUT',
      `URL: found ${JSON.stringify(value)?.slice(0, 80)}, expected an address that begins with http:// or https://.`,
    );
  },
});
