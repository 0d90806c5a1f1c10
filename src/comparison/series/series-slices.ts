import { NONE, selectParties, visitStanceRows } from '#agreement/in-force.ts';
import type { Policy } from '#agreement/policy.ts';
import { selectColumns } from '#agreement/select-columns.ts';
import type { Period } from '#agreement/series/calendar-periods.ts';
import { isKnown, NEVER } from '#agreement/stance-columns.ts';
import { type Party, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { blocMembersOf, canHaveMembers, everMembers } from '../bloc-members.ts';
import { type Comparison, compare } from '../comparison.ts';
import { rememberedComparison } from '../remembered-comparisons.ts';
import { propositionsInScope, type Scope } from '../scope.ts';
import { stanceFits } from '../stance-fits.ts';
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
  /** Where the columns of the comparison stand side by side in a larger one, in which they can be counted before there is one of their own. */
  readonly within: Stretch | null;
}

/** Columns of a comparison that stand side by side. */
export interface Stretch {
  readonly whole: Comparison;
  readonly first: number;
  readonly length: number;
}

/** The slices of a series, the earliest first. */
export function slicesOf(question: SeriesQuestion): readonly Slice[] {
  const { scope } = question;
  return scope.kinds.includes('CLAIM') ? dayByDay(question) : ofRollCalls(question);
}

/** The ledger as known at the scope's revision. */
export const ledgerOf = ({ snapshot, scope }: Pick<SeriesQuestion, 'snapshot' | 'scope'>): Snapshot =>
  snapshotAt(snapshot, scope.asKnownAt);

/** Roll calls are compared once, as of the scope's day, and then divided. */
function ofRollCalls(question: SeriesQuestion): readonly Slice[] {
  const whole = wholeOf(question);
  // Days to begin with are many; for a series from its beginning the slices stay as long as the comparison that they are parts of.
  if (question.from !== null) return divided(question, whole);
  const made = slicesMade(whole);
  const slices = made.get(question.unit) ?? divided(question, whole);
  made.set(question.unit, slices);
  return slices;
}

const slicesMade = oncePer((_whole: Comparison) => new Map<SeriesUnit, readonly Slice[]>());

function divided(question: SeriesQuestion, whole: Comparison): Slice[] {
  const { scope, unit, from } = question;
  const periods = seriesPeriods(
    ledgerOf(question),
    scope,
    unit,
    { rollCalls: whole.propositions, claimsFrom: null },
    from,
  );
  return stretchesOf(whole, periods).map((within, index) => new Part(periods, index, whole, within));
}

/** A period of a comparison of roll calls. Its own comparison is made when somebody looks closer: for a number it is enough to count in the whole. */
class Part implements Slice {
  readonly period: Period;
  readonly within: Stretch | null;
  readonly #make: () => Comparison;
  #made: Comparison | null = null;

  constructor({ list, of }: SeriesPeriods, index: number, whole: Comparison, within: Stretch | null) {
    this.period = list[index] as Period;
    this.within = within;
    this.#make = () => {
      const columns: number[] = [];
      const end = within === null ? of.length : within.first + within.length;
      for (let column = within?.first ?? 0; column < end; column++) if (of[column] === index) columns.push(column);
      return sliceOf(whole, columns);
    };
  }

  get comparison(): Comparison {
    this.#made ??= this.#make();
    return this.#made;
  }
}

/** By period, where its roll calls stand in a comparison; null where others stand among them. */
function stretchesOf(whole: Comparison, { list, of }: SeriesPeriods): (Stretch | null)[] {
  const first = new Int32Array(list.length).fill(NONE);
  const last = new Int32Array(list.length);
  const count = new Int32Array(list.length);
  for (let column = 0; column < of.length; column++) {
    const period = of[column] as number;
    if (period === NONE) continue;
    if (first[period] === NONE) first[period] = column;
    last[period] = column;
    count[period] = (count[period] as number) + 1;
  }
  return list.map((_, period) => {
    const length = count[period] as number;
    if (length === 0) return { whole, first: 0, length };
    const start = first[period] as number;
    return (last[period] as number) - start + 1 === length ? { whole, first: start, length } : null;
  });
}

const wholeOf = ({ snapshot, parties, scope, policy }: SeriesQuestion): Comparison =>
  rememberedComparison(snapshot, parties, { ...scope, kinds: ['ROLL_CALL'] }, policy);

/** By period, the columns of its roll calls. */
function columnsOf({ list, of }: SeriesPeriods): number[][] {
  const columns = list.map((): number[] => []);
  for (const [column, period] of of.entries()) if (period !== NONE) columns[period]?.push(column);
  return columns;
}

/** The same comparison over some of its propositions. */
function sliceOf(comparison: Comparison, columns: readonly number[]): Comparison {
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
  const columns = columnsOf(periods);
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
    return { period, comparison, within: null };
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
