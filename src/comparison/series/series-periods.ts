import { NONE } from '#agreement/in-force.ts';
import { type CalendarUnit, calendarNumber, calendarPeriod, type Period } from '#agreement/series/calendar-periods.ts';
import { Refusal } from '#refusal/refusal.ts';
import { type Proposition, rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { RollCallFilter } from '../roll-call-filter.ts';
import type { Scope } from '../scope.ts';
import { type Session, type Sessions, sessionsIn } from './sessions.ts';

/** By what a series is divided. */
export type SeriesUnit = CalendarUnit | 'SESSION';

export const mostPeriods = 1_000;

/** What a series is about: propositions with a day of their own, and claims, which are held from a day on. */
export interface Spoken {
  /** Ordinals of the roll calls on which one of the parties holds a position or was absent. */
  readonly rollCalls: readonly number[];
  /** The first day on which one of the parties takes a position on a claim in scope; null when none does. */
  readonly claimsFrom: number | null;
}

/** The periods of a series, without a hole between the first and the last. */
export interface SeriesPeriods {
  readonly list: readonly Period[];
  /** By roll call of `Spoken`: index in the list, NONE where its day is not known well enough, or is before the first. */
  readonly of: Int32Array;
}

/**
 * The periods from the first in which one of the parties spoke to the last; those of claims go on until `asOf`. Periods that end before the day `from` are
 * left out. Throws Refusal BAD_INPUT for sessions of several bodies, and for more than a thousand periods.
 */
export function seriesPeriods(
  snapshot: Snapshot,
  scope: Scope,
  unit: SeriesUnit,
  spoken: Spoken,
  from: number | null,
): SeriesPeriods {
  const numbered = unit === 'SESSION' ? bySession(snapshot, scope, spoken) : byCalendar(snapshot, unit, spoken, scope);
  const { numbers, claims, periodOf } = numbered;
  let [first, last] = claims ?? nobodySpoke;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] as number;
    if (number === NONE) continue;
    if (number < first) first = number;
    if (number > last) last = number;
  }
  if (first > last) return { list: [], of: numbers.fill(NONE) };
  if (from !== null) while (first <= last && periodOf(first).until <= from) first++;
  if (last - first >= mostPeriods) {
    const found = `found ${(last - first + 1).toLocaleString('en-US')} periods`;
    throw new Refusal(
      'BAD_INPUT',
      `by: ${found}, expected at most 1,000: name the day \`from\` which, or longer ones.`,
    );
  }
  const list = Array.from({ length: last - first + 1 }, (_, index) => periodOf(first + index));
  for (let index = 0; first > 0 && index < numbers.length; index++)
    numbers[index] = Math.max(NONE, (numbers[index] as number) - first);
  return { list, of: numbers };
}

/** Wider apart than any numbers, the wrong way round. Whole, as all that is compared with them. */
const nobodySpoke = [2 ** 30 - 1, NONE] as const;

/** Periods by numbers that follow one another, none below 0: those of the roll calls, or NONE, and from which to which claims are held. */
interface Numbered {
  readonly numbers: Int32Array;
  readonly claims: readonly [number, number] | null;
  periodOf(number: number): Period;
}

function byCalendar(snapshot: Snapshot, unit: CalendarUnit, { rollCalls, claimsFrom }: Spoken, scope: Scope): Numbered {
  const numbers = new Int32Array(rollCalls.length).fill(NONE);
  for (const [index, ordinal] of rollCalls.entries()) {
    const proposition = rowAt(snapshot.propositions, ordinal);
    if (proposition.rollCall !== null && isDatedFor(proposition, unit))
      numbers[index] = calendarNumber(proposition.rollCall.tabledOn, unit);
  }
  return {
    numbers,
    claims: claimsFrom === null ? null : [calendarNumber(claimsFrom, unit), calendarNumber(scope.asOf, unit)],
    periodOf: (number) => calendarPeriod(number, unit),
  };
}

/** Whether it is known in which of such periods a roll call was. */
export function isDatedFor({ rollCall }: Proposition, unit: SeriesUnit): boolean {
  const precision = rollCall?.tabledOnPrecision;
  if (unit === 'SESSION' || unit === 'YEAR' || precision === 'DAY') return true;
  return unit === 'MONTH' && precision === 'MONTH' ? true : unit === 'QUARTER' && precision === 'MONTH';
}

function bySession(
  snapshot: Snapshot,
  { rollCalls: filter, asOf }: Scope,
  { rollCalls, claimsFrom }: Spoken,
): Numbered {
  const sessions = sessionsIn(snapshot.propositions);
  const list = ofOneBody(sessions, rollCalls).filter((session) => session.from <= asOf && isAsked(session, filter));
  const indexOf = new Int32Array(sessions.list.length).fill(NONE);
  for (const [index, { ordinal }] of list.entries()) indexOf[ordinal] = index;
  const numbers = new Int32Array(rollCalls.length);
  for (let index = 0; index < numbers.length; index++)
    numbers[index] = indexOf[sessions.of[rollCalls[index] as number] as number] as number;
  const firstOfClaims = claimsFrom === null ? -1 : list.findIndex(({ until }) => until > claimsFrom);
  return {
    numbers,
    claims: firstOfClaims === -1 ? null : [firstOfClaims, list.length - 1],
    periodOf: (number) => list[number] as Session, // between the first and the last of them
  };
}

const isAsked = ({ session, label, body }: Session, filter: RollCallFilter | undefined): boolean =>
  (filter?.bodies?.includes(body) ?? true) &&
  (filter?.sessions?.includes(session) ?? true) &&
  (filter?.series?.includes(label) ?? true);

/** The sessions of the body in which the parties voted; without votes, those of the ledger's only body. */
function ofOneBody({ list, of }: Sessions, rollCalls: readonly number[]): readonly Session[] {
  if (bodiesOf(list).length <= 1) return list;
  const isVoted = new Uint8Array(list.length);
  for (let index = 0; index < rollCalls.length; index++) isVoted[of[rollCalls[index] as number] as number] = 1;
  const bodies = bodiesOf(rollCalls.length === 0 ? list : list.filter(({ ordinal }) => isVoted[ordinal] === 1));
  if (bodies.length <= 1) return list.filter(({ body }) => body === bodies[0]);
  const named = `${bodies.slice(0, mostNamed).join(', ')}${bodies.length > mostNamed ? ', …' : ''}`;
  throw new Refusal(
    'BAD_INPUT',
    `by: found the sessions of ${bodies.length} bodies (${named}), expected those of one: name it in scope.rollCalls.bodies.`,
  );
}

const bodiesOf = (sessions: readonly Session[]): string[] => [...new Set(sessions.map(({ body }) => body))].sort();

/** Bodies that a refusal names. */
const mostNamed = 5;
