import { shown } from '../../read/csv-reader.ts';
import type { CountryIndex } from '../crosswalk/country-index.ts';
import type { ProblemList } from '../outcome.ts';
import type { TakeRecord } from '../read/read-records.ts';
import { expectedMark, isVote, positionOf } from './positions.ts';
import { type Column, columns, type UndlBody } from './read/columns.ts';
import { expectedId, type UndlRollCall, undlIdOf, undlRollCallOf } from './roll-call.ts';

/** A roll call of the files, where it was first seen, and its votes in favour, against and abstentions. */
export interface ReadRollCall extends UndlRollCall {
  readonly file: number;
  readonly line: number;
  readonly resolution: string;
  readonly sessionText: string;
  readonly counted: [yes: number, no: number, abstentions: number];
}

/** What is read of the files beside their votes. */
export interface UndlRecords {
  readonly rollCalls: Map<number, ReadRollCall>;
  /** Rows to stage for those who did not vote, in COPY's text format. */
  absences: string[];
  votes: number;
  absent: number;
  /** Rows about decisions of the Security Council without a vote. */
  withoutVote: number;
  /** Rows from before the first day that is wanted. */
  before: number;
}

export const noRecords = (): UndlRecords => ({
  rollCalls: new Map(),
  absences: [],
  votes: 0,
  absent: 0,
  withoutVote: 0,
  before: 0,
});

export interface RowReading {
  readonly file: number;
  readonly path: string;
  readonly body: () => UndlBody;
  readonly countries: CountryIndex;
  readonly problems: ProblemList;
  /** First day that is wanted; empty for all. */
  readonly since: string;
}

const places = Object.fromEntries(columns.map((column, place) => [column, place])) as Readonly<Record<Column, number>>;
const [id, code, mark, date, resolution, session, modality] = (
  ['undl_id', 'ms_code', 'ms_vote', 'date', 'resolution', 'session', 'modality'] as const
).map((column) => places[column]) as [number, number, number, number, number, number, number];

const tallied = ['SUPPORT', 'OPPOSE', 'NEUTRAL'];

/** Converts a row to one of the staged votes; absences are kept for later, and the roll call when it is first seen. */
export function takeRow(reading: RowReading, records: UndlRecords): TakeRecord {
  const { file, path, body, countries, problems, since } = reading;
  const unusable = new Set<number>(); // roll calls with a problem, which is told once
  const problem = (line: number, found: string, expected: string) =>
    problems.add({ at: `${path}:${line}`, found, expected });
  const rollCallOf = (fields: readonly string[], line: number): ReadRollCall | null => {
    const number = undlIdOf(fields[id] ?? '');
    if (number === null) {
      problem(line, shown('undl_id', fields[id] ?? ''), expectedId);
      return null;
    }
    const known = records.rollCalls.get(number);
    if (known !== undefined || unusable.has(number)) return known ?? null;
    const rollCall = undlRollCallOf(number, body(), (column) => fields[places[column]] ?? '');
    if ('id' in rollCall) {
      const [resolutionText, sessionText] = [fields[resolution] ?? '', fields[session] ?? ''];
      const read: ReadRollCall = {
        ...rollCall,
        file,
        line,
        resolution: resolutionText,
        sessionText,
        counted: [0, 0, 0],
      };
      records.rollCalls.set(number, read);
      return read;
    }
    unusable.add(number);
    for (const { found, expected } of rollCall) problem(line, found, expected);
    return null;
  };
  return (fields, line) => {
    if (since !== '' && (fields[date] ?? '') < since && fields[date] !== '') {
      records.before += 1;
      return '';
    }
    if (body() === 'UNSC' && !isVote(fields[modality] ?? '')) {
      records.withoutVote += 1;
      return '';
    }
    const rollCall = rollCallOf(fields, line);
    const country = countries.numberOf(fields[code] ?? '', '');
    const position = positionOf(fields[mark] ?? '');
    if (country === null) {
      problem(line, `${shown('ms_code', fields[code] ?? '')} (${fields[places.ms_name]})`, 'a code of the crosswalk');
    }
    if (position === undefined) problem(line, shown('ms_vote', fields[mark] ?? ''), expectedMark);
    if (rollCall === null) return '';
    const { day, resolution: symbol, sessionText, line: first } = rollCall;
    if (fields[date] !== day || fields[resolution] !== symbol || fields[session] !== sessionText) {
      const found = `${fields[date]}, ${fields[resolution]}, ${fields[session]} for the roll call ${rollCall.id}`;
      problem(line, found, `${day}, ${symbol}, ${sessionText} as at line ${first}`);
    }
    if (country === null || position === undefined) return '';
    if (position === null) {
      records.absent += 1;
      records.absences.push(`${file}\t${line}\t${rollCall.id}\t${country}\ttrue\n`);
      return '';
    }
    records.votes += 1;
    rollCall.counted[tallied.indexOf(position) as 0 | 1 | 2] += 1;
    return `${file}\t${line}\t${rollCall.id}\t${country}\t${position}\n`;
  };
}
