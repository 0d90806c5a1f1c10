import { type FieldForm, hour, minute, month, parseItem } from './cron-field.ts';
import { type DayField, parseMonthDays, parseWeekdays } from './day-fields.ts';

/** What a cron expression says. */
export interface CronExpression {
  /** 0 to 59, ascending, as are the others. */
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** From 1. */
  readonly months: readonly number[];
  readonly monthDays: DayField;
  readonly weekdays: DayField;
}

/** Why a text is no cron expression that we take. */
export interface CronProblem {
  readonly found: string;
  readonly expected: string;
}

const nicknames: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const fieldNames = ['minute', 'hour', 'day of month', 'month', 'weekday'];
const cronExpected = `a cron expression with five fields such as "0 6 * * 1-5" (${fieldNames.join(', ')}), or one of ${Object.keys(nicknames).join(', ')}`;
const lists = 'numbers, ranges such as 1-5, steps such as */2, or a list of these with commas';
// More than every value of every field, in a list.
const longest = 1_000;

/** Reads a cron expression. What each sign means is said in docs/exports.md. */
export function parseCron(text: string): CronExpression | CronProblem {
  if (text.length > longest) return { found: `${text.length} characters`, expected: `at most ${longest} characters` };
  const trimmed = text.trim();
  const fields = (nicknames[trimmed.toLowerCase()] ?? trimmed).split(/\s+/);
  const [minuteText = '', hourText = '', monthDayText = '', monthText = '', weekdayText = ''] = fields;
  if (fields.length === 6)
    return { found: `six fields in ${JSON.stringify(text)}`, expected: `${cronExpected}; no seconds` };
  if (fields.length !== 5) return { found: JSON.stringify(text), expected: cronExpected };
  const minutes = parseNumbers(minuteText, minute);
  if (minutes === null) return problem(text, minuteText, 'minute', `0 to 59: ${lists}`);
  const hours = parseNumbers(hourText, hour);
  if (hours === null) return problem(text, hourText, 'hour', `0 to 23: ${lists}`);
  const monthDays = parseMonthDays(monthDayText);
  if (monthDays === null) {
    return problem(text, monthDayText, 'day of month', `1 to 31, or L for the last day: ${lists}`);
  }
  const months = parseNumbers(monthText, month);
  if (months === null) return problem(text, monthText, 'month', `1 to 12, or jan to dec: ${lists}`);
  const weekdays = parseWeekdays(weekdayText);
  if (weekdays === null) {
    const expected = `0 (Sunday) to 7 (Sunday), or mon to sun, 5L for the last Friday and 5#2 for the second Friday of the month: ${lists}`;
    return problem(text, weekdayText, 'weekday', expected);
  }
  return { minutes, hours, months, monthDays, weekdays };
}

function problem(text: string, field: string, name: string, expected: string): CronProblem {
  const unknown = /^H/i.test(field) ? '. H, by which Jenkins spreads jobs, is not known here' : '';
  return {
    found: `${JSON.stringify(field)} as the ${name} in ${JSON.stringify(text)}`,
    expected: `${expected}${unknown}`,
  };
}

function parseNumbers(text: string, form: FieldForm): readonly number[] | null {
  const items = text.split(',').map((item) => parseItem(item, form));
  if (items.some((values) => values === null)) return null;
  return [...new Set(items.flatMap((values) => values ?? []))].sort((a, b) => a - b);
}
