import { builder } from '../builder.ts';

export const Precision = builder.enumType('Precision', {
  description: 'How much of a date is known. What is not known is a placeholder in the date itself.',
  values: {
    DAY: { description: 'The day.' },
    MONTH: { description: 'The month; the day is a placeholder.' },
    YEAR: { description: 'The year; month and day are placeholders.' },
    APPROXIMATE: { description: 'Somewhere around this date.' },
  } as const,
});
