import { Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { dateOf, dayOf } from '#agreement/day.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';

/** Of a scalar that is always written as a text with nothing in it to escape: an answer may have thousands. */
export const plainText = { isPlainText: true } as const;

builder.scalarType('Date', {
  description: 'A day, YYYY-MM-DD, from 0001-01-01 to 9999-12-31.',
  serialize: dateOf,
  extensions: plainText,
  ...textInput('Date', 'a valid date, YYYY-MM-DD', (text) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(text) : Number.NaN;
    return Number.isNaN(day) || text < '0001' ? undefined : day;
  }),
});

const written = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

builder.scalarType('DateTime', {
  description:
    'A time in UTC, such as 2022-02-04T09:30:00.000Z, in the years 1 to 9999. As input also with an offset, such as +02:00, and with up to six digits of a second, of which the first three count.',
  serialize: (time) => time.toISOString(),
  ...textInput('DateTime', 'a time such as 2022-02-04T09:30:00Z or 2022-02-04T11:30:00.123456+02:00', (text) => {
    const [, date = ''] = written.exec(text) ?? [];
    const time = new Date(text);
    // Date turns invalid days such as 30 February into days of the next month, so the day is checked separately.
    if (Number.isNaN(dayOf(date)) || Number.isNaN(time.getTime())) return undefined;
    const year = time.getUTCFullYear();
    return year >= 1 && year <= 9999 ? time : undefined;
  }),
});

builder.scalarType('JSON', {
  description: 'Any JSON value: a string, number, boolean, null, array or object.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node) => valueFromASTUntyped(node),
});

builder.scalarType('URL', {
  description: 'An absolute URL that begins with http:// or https://.',
  serialize: (address) => address,
  ...textInput('URL', 'an address that begins with http:// or https://', (text) =>
    /^https?:\/\//.test(text) && URL.canParse(text) ? text : undefined,
  ),
});

export const Precision = builder.enumType('Precision', {
  description: 'How exact a date is. Unknown parts are placeholders in the date.',
  values: {
    DAY: { description: 'Exact to the day.' },
    MONTH: { description: 'Exact to the month; the day is a placeholder.' },
    YEAR: { description: 'Exact to the year; month and day are placeholders.' },
    APPROXIMATE: { description: 'Approximate: near this date.' },
  } as const,
});

/**
 * How a scalar that is written as text reads its input. `parse` gives undefined for what it does not accept; `expected` says what it does. A
 * literal cannot hold a variable, so its reader takes one argument: compiled execution looks at that.
 */
export function textInput<Value>(name: string, expected: string, parse: (text: string) => Value | undefined) {
  const parseValue = (value: unknown): Value => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed !== undefined) return parsed;
    throw apiError(
      'BAD_INPUT',
      `${name}: found ${JSON.stringify(value)?.slice(0, 80).toWellFormed()}, expected ${expected}.`,
    );
  };
  const parseLiteral = (node: ValueNode): Value => parseValue(node.kind === Kind.STRING ? node.value : undefined);
  return { parseValue, parseLiteral };
}
