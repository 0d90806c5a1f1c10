import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { dayOf } from '#agreement/day.ts';
import { NEVER } from '#agreement/stance-columns.ts';
import { Refusal } from '#refusal/refusal.ts';

/** An error in the roll calls of the source unga that another record of the same votes shows. */
export interface DisputedRecord {
  /** Keys; empty where it is not known, or does not matter, whose votes they are. */
  readonly parties: readonly string[];
  /** Days of the roll calls: from the first to before the second; NEVER for no end. */
  readonly from: number;
  readonly until: number;
  /**
   * `EXCHANGED`: the parties have each other's votes, which shows where these differ. `MISSING`: a vote is recorded as an absence, or not at all. Null
   * where no single vote can be named.
   */
  readonly error: 'EXCHANGED' | 'MISSING' | null;
  /** The error in one sentence. */
  readonly what: string;
  /** What shows it. */
  readonly source: string;
}

/** Whether the disputed records speak of the source of a roll call, as its key tells. */
export const isOfDisputedSource = (key: string): boolean => key.startsWith('unga-');

// The message of a check is what was expected.
const day = z.string().refine((text) => !Number.isNaN(dayOf(text)), 'a date such as 2010-10-26');
const text = z.string().min(1, 'text that is not empty');

const line = z
  .strictObject({
    parties: z.string().regex(/^([A-Z][A-Z-]+( [A-Z][A-Z-]+)*)?$/, 'keys of countries, joined by spaces'),
    from: day,
    until: z.union([z.literal(''), day], 'a date such as 2010-12-22, or nothing'),
    error: z.enum(['EXCHANGED', 'MISSING', ''], 'EXCHANGED, MISSING or nothing'),
    what: text,
    source: text,
  })
  .refine(({ until, from }) => until === '' || from < until, { path: ['until'], error: 'a day after "from"' })
  .refine(({ parties, error }) => (parties === '') === (error === ''), {
    path: ['error'],
    error: 'an error of the parties, or neither',
  })
  .refine(({ parties, error }) => error !== 'EXCHANGED' || parties.split(' ').length === 2, {
    path: ['parties'],
    error: 'two parties to be exchanged',
  });

const ours = fileURLToPath(new URL('../../../seeds/unga/disputed.csv', import.meta.url));

/**
 * Reads a file of disputed records.
 * @throws Refusal `UNREADABLE` naming file, line and column of what is wrong.
 */
export function readDisputedRecords(path: string): readonly DisputedRecord[] {
  const lines = parse(readFileSync(path), { columns: true, bom: true, info: true }) as unknown as {
    readonly record: Record<string, string>;
    readonly info: { readonly lines: number };
  }[];
  return lines.map(({ record, info }) => {
    const { data, error: wrong } = line.safeParse(record);
    if (data === undefined) throw unreadable(`${path}:${info.lines}`, record, wrong.issues[0]);
    const { parties, from, until, error, what, source } = data;
    return {
      parties: parties === '' ? [] : parties.split(' '),
      from: dayOf(from),
      until: until === '' ? NEVER : dayOf(until),
      error: error === '' ? null : error,
      what,
      source,
    };
  });
}

function unreadable(at: string, record: Readonly<Record<string, string>>, issue: z.core.$ZodIssue | undefined) {
  const column = String(issue?.path[0] ?? '');
  const found =
    column === '' ? `the columns ${Object.keys(record).join(', ')}` : `${column}: "${record[column] ?? ''}"`;
  const expected = column === '' ? `the columns ${Object.keys(line.shape).join(', ')}` : issue?.message;
  return new Refusal('UNREADABLE', `${at}: found ${found}, expected ${expected}.`);
}

let read: readonly DisputedRecord[] | null = null;

/** The lines of seeds/unga/disputed.csv. Read when first asked for. */
export function disputedRecords(): readonly DisputedRecord[] {
  read ??= readDisputedRecords(ours);
  return read;
}
