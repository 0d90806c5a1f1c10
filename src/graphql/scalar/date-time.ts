import { builder } from '../builder.ts';
import { textInput } from './text-scalar.ts';

builder.scalarType('DateTime', {
  description: 'A moment in UTC, such as 2022-02-04T09:30:00.000Z.',
  serialize: (time) => time.toISOString(),
  ...textInput('DateTime', 'a moment such as 2022-02-04T09:30:00Z', (text) => {
    const time = new Date(text);
    return Number.isNaN(time.getTime()) ? undefined : time;
  }),
});
