import { dayOfMonth, parseItem, parseValue, weekday } from './cron-field.ts';

/** The days of a month that one of the two fields of days names. */
export interface DayField {
  /** It begins with `*`, or is `?`: it then only narrows what the other field names. */
  readonly open: boolean;
  readonly matches: (day: DayOfMonth) => boolean;
}

export interface DayOfMonth {
  /** From 1. */
  readonly day: number;
  /** From 0, Sunday, to 6. */
  readonly weekday: number;
  /** Days of its month. */
  readonly length: number;
}

type Match = DayField['matches'];

/** A field of days of the month: also `L`, the last one. Null when it is none. */
export const parseMonthDays = (text: string): DayField | null =>
  parseList(text, (item) => {
    if (/^L$/i.test(item)) return ({ day, length }) => day === length;
    const days = parseItem(item, dayOfMonth);
    return days && (({ day }) => days.includes(day));
  });

/** A field of weekdays: also `5L` or `friL`, the last Friday of the month, and `5#2` or `fri#2`, its second. Null when it is none. */
export const parseWeekdays = (text: string): DayField | null =>
  parseList(text, (item) => {
    const [, name, last, nth] = /^(\w+?)(?:(L)|#([1-5]))$/i.exec(item) ?? [];
    if (name !== undefined) {
      const value = parseValue(name, weekday);
      if (value === null) return null;
      const isIt = (day: DayOfMonth) => day.weekday === value % 7;
      if (last !== undefined) return (day) => isIt(day) && day.day + 7 > day.length;
      return (day) => isIt(day) && Math.ceil(day.day / 7) === Number(nth);
    }
    const days = parseItem(item, weekday)?.map((value) => value % 7);
    return days === undefined ? null : (day) => days.includes(day.weekday);
  });

function parseList(text: string, parse: (item: string) => Match | null): DayField | null {
  if (text === '?') return { open: true, matches: () => true };
  const matches = text.split(',').map(parse);
  const all = matches.filter((match) => match !== null);
  if (all.length < matches.length) return null;
  return { open: text.startsWith('*'), matches: (day) => all.some((match) => match(day)) };
}
