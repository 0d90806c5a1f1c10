import * as z from 'zod';

// The message of a check is what was expected; what was found and where is added when it fails.

const isRealDate = (value: string) => {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) && value >= '0001';
};

// What Postgres cannot keep.
const isPlain = (value: string) => !value.includes('\0') && value.isWellFormed();
// Keys are indexed, and an index takes no longer ones.
const longestKey = 200;

export const text = z
  .string('text')
  .trim()
  .min(1, 'text that is not empty')
  .refine(isPlain, 'text without NUL and lone surrogates');
export const day = z
  .string('a date such as 2022-02-04')
  .regex(/^\d{4}-\d{2}-\d{2}$/, { message: 'a date such as 2022-02-04', abort: true })
  .refine(isRealDate, 'a valid date');
export const slug = z
  .string('a key')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key of lower-case letters and digits, joined by single hyphens')
  .max(longestKey, `a key of at most ${longestKey} characters`);
export const countryKey = z
  .string('a key')
  .regex(
    /^([A-Z]{2}|[A-Z]{4}|X-[A-Z0-9]+(-[A-Z0-9]+)*)$/,
    'ISO 3166 letters such as CN, four for a former country, or X-…',
  )
  .max(longestKey, `a key of at most ${longestKey} characters`);
export const key = z.string('a key').min(1, 'a key');
export const url = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' });
export const count = z.int('a whole number').min(0, 'a number of at least 0').max(32_767, 'a number of at most 32767');

export const iso3 = z.string('three letters').regex(/^[A-Z]{3}$/, 'three capital letters');
