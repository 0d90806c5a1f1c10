import { dayOf } from '#agreement/day.ts';
import { builder } from '../builder.ts';
import { textInput } from './text-scalar.ts';

/** Date turns invalid days such as 30 February into days of the next month, so the day is checked separately. */
const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

builder.scalarType('DateTime', {
  description: 'A time in UTC, such as 2022-02-04T09:30:00.000Z.',
  serialize: (time) => time.toISOString(),
  ...textInput('DateTime', 'a time such as 2022-02-04T09:30:00Z', (text) => {
    const [date = ''] = text.split('T', 1);
    const time = new Date(text);
    return !written.test(text) || Number.isNaN(dayOf(date)) || Number.isNaN(time.getTime()) ? undefined : time;
  }),
});
