import { builder } from '../builder.ts';
import { textInput } from './text-scalar.ts';

builder.scalarType('URL', {
  description: 'An absolute URL that begins with http:// or https://.',
  serialize: (address) => address,
  ...textInput('URL', 'an address that begins with http:// or https://', (text) =>
    /^https?:\/\//.test(text) && URL.canParse(text) ? text : undefined,
  ),
});
