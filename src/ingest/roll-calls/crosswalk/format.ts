import * as z from 'zod';
import { isDay } from '../../read/csv-reader.ts';

// The message of a check is what was expected; what was found and where is added when it fails.

const text = z.string('text').min(1, 'text that is not empty');
const day = z.string('a date such as 2003-02-04').refine(isDay, 'a valid date, such as 2003-02-04');
const countryKey = z
  .string('a key')
  .regex(
    /^([A-Z]{2}|[A-Z]{4}|X-[A-Z0-9]+(-[A-Z0-9]+)*)$/,
    'ISO 3166 letters such as CN, four for a former country, or X-…',
  );
const maybe = <Item extends z.ZodType>(item: Item) => z.nullable(item).default(null);
const list = <Item extends z.ZodType>(item: Item) => z.array(item, 'a list');

const party = z.strictObject({
  key: countryKey,
  iso3: maybe(z.string('three letters').regex(/^[A-Z]{3}$/, 'three capital letters')),
  name: text,
  aliases: list(text).default([]),
  note: maybe(text),
});

const name = z.strictObject({
  name: text,
  code: z.string('text'),
  party: countryKey,
  from: maybe(day),
  until: maybe(day),
});

const issue = z.strictObject({
  code: text,
  name: text,
  key: z
    .string('a key')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key of small letters and digits, joined by single hyphens'),
  summary: maybe(text),
  lastSession: maybe(z.int('a whole number').min(1, 'a whole number of at least 1')),
});

const code = z.strictObject({
  code: z.string('three letters').regex(/^[A-Z]{3}$/, 'three capital letters'),
  party: countryKey,
  from: maybe(day),
  until: maybe(day),
});

const subject = z.strictObject({ prefix: text, issue: issue.shape.key, from: maybe(day) });

/** seeds/unga/crosswalk.yml, whose header explains every key. */
export const crosswalkFile = z.strictObject(
  {
    parties: list(party),
    names: list(name),
    issues: list(issue),
    codes: list(code).default([]),
    subjects: list(subject).default([]),
  },
  'a mapping',
);

export type CrosswalkFile = z.output<typeof crosswalkFile>;
