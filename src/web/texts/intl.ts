/** The language in which the page is written, as `Intl` names it. */
export const locale = 'en-GB';

const numbers = new Intl.NumberFormat(locale);
const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const finePercents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const joined = new Intl.ListFormat(locale, { type: 'conjunction' });

/** 6,203 */
export const count = (number: number): string => numbers.format(number);

/** 97 %, as the language writes it; never 100 % of what is not all, nor 0 % of what is not nothing. */
export function percent(share: number): string {
  const isRoundedAway = (share < 1 && share >= 0.995) || (share > 0 && share < 0.005);
  if (!isRoundedAway) return percents.format(share);
  return finePercents.format(Math.min(0.999, Math.max(0.001, share)));
}

/** A decimal number with so many digits after the point: 0.973, −0.5. */
export const decimal = (value: number, digits: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replace('-', '−');

/** A, B and C. */
export const list = (words: readonly string[]): string => joined.format(words);

// A ledger's days have no time zone, so they are parsed and formatted in UTC.
const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
const formats = {
  day: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
  shortDay: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
  month: dates({ month: 'long', year: 'numeric' }),
} as const;

/** A day such as `2022-02-04` in the words of the language: 4 February 2022, 4 Feb 2022, February 2022. */
export const date = (day: string, form: keyof typeof formats): string =>
  formats[form].format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
