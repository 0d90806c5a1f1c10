import type { Precision, TextScope } from '#postgres/generated/enums.ts';
import { cleaned, type FieldProblem, isDay, shown } from '../../../read/csv-reader.ts';
import { expectedSession, sessionOf } from '../../session.ts';
import { expectedRcid, type Fields, rcidOf } from '../read/columns.ts';

/** A roll call in the form of the ledger. */
export interface StagedRollCall {
  readonly rcid: number;
  readonly key: string;
  readonly session: number;
  /** Null for a regular session. */
  readonly series: string | null;
  /** Null if the source has none. */
  readonly symbol: string | null;
  readonly text: string;
  readonly tabledOn: string;
  readonly precision: Precision;
  readonly textScope: TextScope;
  /** Null if unknown. */
  readonly important: boolean | null;
}

/** The dates up to this session are placeholders. */
const lastSessionWithoutDays = 53;

const flags: ReadonlyMap<string, boolean | null> = new Map([
  ['1', true],
  ['0', false],
  ['', null],
]);

/** The roll call in a record of roll_calls.csv, or every problem with its fields. */
export function rollCallOf(fields: Fields<'roll_calls'>): StagedRollCall | readonly FieldProblem[] {
  const problems = [...problemsOf(fields)];
  const rcid = rcidOf(fields.rcid);
  const held = problems.length > 0 ? null : sessionOf(fields.session, fields.date);
  if (rcid === null || held === null) return problems;
  const { session, series } = held;
  const symbol = cleaned(fields.unres);
  return {
    rcid,
    key: `unga-${rcid}`,
    session,
    series,
    symbol,
    text: cleaned(fields.descr) ?? cleaned(fields.short) ?? symbol ?? `Roll call ${rcid}`,
    tabledOn: fields.date,
    precision: session <= lastSessionWithoutDays ? 'MONTH' : 'DAY',
    textScope: textScopeOf(fields, session),
    important: flags.get(fields.importantvote) ?? null,
  };
}

/** In sessions 40 to 51 it is unknown which votes were on a part of the text; later only those are marked. */
function textScopeOf({ amend, para }: Fields<'roll_calls'>, session: number): TextScope {
  if (amend === '1') return 'AMENDMENT';
  if (para === '1') return 'PARAGRAPH';
  const blank = amend === '' || para === '';
  return blank && session >= 40 && session <= 51 ? 'UNKNOWN' : 'WHOLE';
}

const anyDay = '1946-01-10';

function* problemsOf(fields: Fields<'roll_calls'>): Generator<FieldProblem> {
  if (rcidOf(fields.rcid) === null) yield { found: shown('rcid', fields.rcid), expected: expectedRcid };
  if (sessionOf(fields.session, anyDay) === null) {
    yield { found: shown('session', fields.session), expected: expectedSession };
  }
  if (!isDay(fields.date)) yield { found: shown('date', fields.date), expected: 'a valid date, such as 1971-10-25' };
  for (const flag of ['amend', 'para', 'importantvote'] as const) {
    if (!flags.has(fields[flag])) yield { found: shown(flag, fields[flag]), expected: '1, 0 or an empty field' };
  }
}
