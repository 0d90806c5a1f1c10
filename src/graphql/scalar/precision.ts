import { builder } from '../builder.ts';

export const Precision = builder.enumType('Precision', {
  description: 'How exact a date is. Unknown parts are placeholders in the date.',
  values: {
    DAY: { description: 'Exact to the day.' },
    MONTH: { description: 'Exact to the month; the day is a placeholder.' },
    YEAR: { description: 'Exact to the year; month and day are placeholders.' },
    APPROXIMATE: { description: 'Approximate: near this date.' },
  } as const,
});
