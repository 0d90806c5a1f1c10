import { NONE, selectParties, visitStanceRows } from '#agreement/in-force.ts';
import type { Policy } from '#agreement/policy.ts';
import type { Period } from '#agreement/series/calendar-periods.ts';
import { isKnown, NEVER } from '#agreement/stance-columns.ts';
import { selectColumns } from '#agreement/stance-matrix.ts';
import { type Party, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { rememberedComparison } from '../asked-comparison.ts';
import { blocMembersOf, canHaveMembers, everMembers } from '../bloc-members.ts';
import { type Comparison, compare } from '../comparison.ts';
import { propositionsInScope, type Scope, stanceFits } from '../scope.ts';
import { type SeriesPeriods, type SeriesUnit, seriesPeriods } from './series-periods.ts';

/** What a series is asked about. */
export interface SeriesQuestion {
  /** The newest; what is looked at is the ledger as known at the scope's revision. */
  readonly snapshot: Snapshot;
  readonly parties: readonly Party[];
  readonly unit: SeriesUnit;
  /** Day: earlier periods are left out. Null: none are. */
  readonly from: number | null;
  readonly scope: Scope;
  readonly policy: Policy;
}

/** A period, and the parties side by side over what counts in it: the roll calls of the period, and the claims in force on its last day. */
export interface Slice {
  readonly period: Period;
  readonly comparison: Comparison;
}

/** The slices of a series. */
export interface Slices {
  /** The earliest first. */
  readonly slices: readonly Slice[];
  /** What they are parts of, in which numbers can be counted before they have comparisons of their own. Null with claims, which are compared period by period. */
  readonly division: Division | null;
}

/** A comparison of roll calls divided into periods. */
export interface Division {
  readonly whole: Comparison;
  /** By column of the comparison: index of its slice, or NONE. */
  readonly sliceOf: Int32Array;
}

/** The slices of a series. Throws as `seriesPeriods`. */
export function slicesOf(question: SeriesQuestion): Slices {
  const { scope } = question;
  return scope.kinds.includes('CLAIM') ? { slices: dayByDay(question), division: null } : ofRollCalls(question);
}

/** The ledger as known at the scope's revision. */
export const ledgerOf = ({ snapshot, scope }: Pick<SeriesQuestion, 'snapshot' | 'scope'>): Snapshot =>
  snapshotAt(snapshot, scope.asKnownAt);

/** Roll calls are compared once, as of the scope's day, and then divided. */
function ofRollCalls(question: SeriesQuestion): Slices {
  const whole = wholeOf(question);
  // Days to begin with are many; for a series from its beginning the slices stay as long as the comparison that they are parts of.
  if (question.from !== null) return divided(question, whole);
  const made = slicesMade(whole);
  const slices = made.get(question.unit) ?? divided(question, whole);
  made.set(question.unit, slices);
  return slices;
}

const slicesMade = oncePer((_whole: Comparison) => new Map<SeriesUnit, Slices>());

function divided(question: SeriesQuestion, whole: Comparison): Slices {
  const { scope, unit, from } = question;
  const spoken = { rollCalls: whole.propositions, claimsFrom: null };
  const { list, of } = seriesPeriods(ledgerOf(question), scope, unit, spoken, from);
  const division = { whole, sliceOf: of };
  return { slices: list.map((period, index) => new Part(period, index, division)), division };
}

/** A period of a comparison of roll calls. Its own comparison is made when somebody looks closer: for a number it is enough to count in the whole. */
class Part implements Slice {
  readonly period: Period;
  readonly #index: number;
  readonly #division: Division;
  #made: Comparison | null = null;

  constructor(period: Period, index: number, division: Division) {
    this.period = period;
    this.#index = index;
    this.#division = division;
  }

  get comparison(): Comparison {
    this.#made ??= partOf(this.#division.whole, columnsOf(this.#division, this.#index));
    return this.#made;
  }
}

function columnsOf({ sliceOf }: Division, index: number): number[] {
  const columns: number[] = [];
  for (let column = 0; column < sliceOf.length; column++) if (sliceOf[column] === index) columns.push(column);
  return columns;
}

const wholeOf = ({ snapshot, parties, scope, policy }: SeriesQuestion): Comparison =>
  rememberedComparison(snapshot, parties, { ...scope, kinds: ['ROLL_CALL'] }, policy);

/** By period, the columns of its roll calls. */
function columnsByPeriod({ list, of }: SeriesPeriods): number[][] {
  const columns = list.map((): number[] => []);
  for (const [column, period] of of.entries()) if (period !== NONE) columns[period]?.push(column);
  return columns;
}

/** The same comparison over some of its propositions. */
function partOf(comparison: Comparison, columns: readonly number[]): Comparison {
  const { matrix, policied, propositions, leftOut, found } = comparison;
  const part = selectColumns(matrix, columns);
  const kept = new Uint8Array(columns.length);
  for (const [index, column] of columns.entries()) kept[index] = leftOut[column] as number;
  return {
    ...comparison,
    matrix: part,
    policied: policied === matrix ? part : selectColumns(policied, columns),
    propositions: columns.map((column) => propositions[column] as number),
    leftOut: kept,
    found: { ...found, spoken: columns.map((column) => found.spoken[column] as number) },
  };
}

/** With claims, the parties are compared anew on the last day of each period, unless nothing changed since the one before. */
function dayByDay(question: SeriesQuestion): Slice[] {
  const { parties, scope, policy, unit, from } = question;
  const ledger = ledgerOf(question);
  const claims = propositionsInScope(ledger, { ...scope, kinds: ['CLAIM'] });
  const { first, days } = claimDays(ledger, question, claims);
  const rollCalls = scope.kinds.includes('ROLL_CALL') ? wholeOf(question).propositions : [];
  const periods = seriesPeriods(ledger, scope, unit, { rollCalls, claimsFrom: first }, from);
  const columns = columnsByPeriod(periods);
  let before: { readonly comparison: Comparison; readonly day: number } | null = null;
  return periods.list.map((period, index) => {
    const day = Math.min(period.until - 1, scope.asOf);
    const ofPeriod = (columns[index] as number[]).map((column) => rollCalls[column] as number);
    const then = { ...scope, asOf: day };
    const isSame = ofPeriod.length === 0 && before !== null && !changesBetween(days, before.day, day);
    const comparison =
      isSame && before !== null
        ? { ...before.comparison, scope: then }
        : compare(ledger, parties, { ...then, propositions: rowsOf(ledger, [...claims, ...ofPeriod]) }, policy);
    before = ofPeriod.length === 0 ? { comparison, day } : null;
    return { period, comparison };
  });
}

const rowsOf = ({ propositions }: Snapshot, ordinals: readonly number[]) =>
  ordinals.map((ordinal) => rowAt(propositions, ordinal));

/** Whether anything happened after one day, up to another. */
const changesBetween = (days: Int32Array, after: number, until: number): boolean =>
  days.some((day) => day > after && day <= until);

/** From when on one of the parties, or a member of a bloc among them, holds a claim that fits the scope; and on which days any of that can change. */
function claimDays(snapshot: Snapshot, { parties, scope, policy }: SeriesQuestion, claims: readonly number[]) {
  const { stances, absences } = snapshot;
  const blocs = policy.blocs === 'RECORDED' ? [] : parties.filter(canHaveMembers);
  const members = blocs.map((bloc) => blocMembersOf(snapshot, bloc, scope.asKnownAt));
  const ordinals = new Set([...parties.map(({ ordinal }) => ordinal), ...everMembers(members)]);
  const selected = selectParties([...ordinals], snapshot.parties.list.length);
  const fits = stanceFits(snapshot, scope);
  const days = new Set(members.flatMap(({ confirmed }) => confirmed.flatMap(({ from, until }) => [from, until])));
  let first: number | null = null;
  for (const claim of claims) {
    visitStanceRows(stances, claim, selected, (stanceRow) => {
      if (!isKnown(stances, stanceRow, scope.asKnownAt)) return;
      const from = stances.heldFrom[stanceRow] as number;
      days.add(from);
      if (stances.heldUntil[stanceRow] !== NEVER) days.add(stances.heldUntil[stanceRow] as number);
      if (from <= scope.asOf && (first === null || from < first) && fits(stanceRow)) first = from;
    });
    for (let row = absences.start[claim] as number; row < (absences.start[claim + 1] as number); row++)
      if (selected.rowOf[absences.party[row] as number] !== NONE) days.add(absences.day[row] as number);
  }
  return { first: first as number | null, days: Int32Array.from(days) };
}
