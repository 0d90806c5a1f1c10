import type { ClientBase } from 'pg';
import type { CountryIndex } from '../crosswalk/country-index.ts';
import { readRecords, type TakeRecord } from '../read/read-records.ts';
import type { ReadOptions, StagedFile } from '../reader.ts';
import { copyIn, copyLine } from '../stage/copy-in.ts';
import { rollCallColumns } from '../stage/create-staging.ts';
import { readHeader, type UndlHeader } from './read/columns.ts';
import { type ReadRollCall, takeRow, type UndlRecords } from './stage-rows.ts';
import type { SubjectIndex } from './subjects.ts';

export interface UndlReading {
  readonly files: readonly StagedFile[];
  readonly countries: CountryIndex;
  readonly subjects: SubjectIndex;
  /** First day that is wanted, YYYY-MM-DD; empty for all. */
  readonly since: string;
  readonly warn: (warning: string) => void;
}

/** Stages the files in one pass. Votes are copied as they are read; what is less, at most a share of the rows, is held until then. */
export async function stageUndl(
  client: ClientBase,
  reading: UndlReading,
  records: UndlRecords,
  options: ReadOptions,
): Promise<boolean> {
  const { problems } = options;
  for (const [index, file] of reading.files.entries()) {
    let header: UndlHeader | null = null;
    const layout = {
      orderIn: (names: readonly string[], at: string) => {
        header = readHeader(names, at, problems);
        if (header !== null && header.unknown.length > 0) {
          reading.warn(`Warning: ${file.path} has columns that are not read: ${header.unknown.join(', ')}.`);
        }
        return header?.order ?? null;
      },
    };
    const body = () => (header as UndlHeader | null)?.body ?? 'UNGA';
    const takeVote = takeRow({ ...reading, file: index, path: file.path, body, problems }, records);
    let rows = 0;
    const take: TakeRecord = (fields, line) => {
      rows += 1;
      return takeVote(fields, line);
    };
    const votes = ['file', 'line', 'roll_call', 'voter', 'position'];
    const before = problems.total;
    await copyIn(client, 'staged_vote', votes, readRecords(file, layout, take, options));
    if (rows === 0 && problems.total === before)
      problems.add({ at: `${file.path}:1`, found: 'a header alone', expected: 'a row for each vote below it' });
  }
  await copyIn(client, 'staged_absence', ['file', 'line', 'roll_call', 'voter', 'absent'], records.absences);
  records.absences = [];
  const rollCalls = [...records.rollCalls.values()];
  await copyIn(client, 'staged_roll_call', columns, rollCalls.map(rowOf));
  await copyIn(
    client,
    'staged_label',
    ['file', 'line', 'roll_call', 'issue'],
    rollCalls.flatMap(labelsOf(reading.subjects)),
  );
  return problems.total === 0;
}

const columns = [...rollCallColumns, 'publisher', 'document_kind', 'addresses', 'meeting', 'draft'];

const rowOf = (rollCall: ReadRollCall): string => {
  const { file, line, id, body, session, series, symbol, text, day, publisher, address, meeting, draft } = rollCall;
  const addresses = JSON.stringify([{ url: address, read: false, note: null }]);
  return copyLine([
    ...[file, line, id, String(id), `undl-${id}`, body, session, series, symbol, text, day, 'DAY', 'WHOLE'],
    ...[publisher, 'UN_RESOLUTION_VOTE', addresses, meeting, draft],
  ]);
};

const labelsOf =
  (subjects: SubjectIndex) =>
  ({ file, line, id, day, subjects: headings }: ReadRollCall): string[] => {
    const issues = new Set(headings.flatMap((heading) => subjects.issuesOf(heading, day)));
    return [...issues].map((issue) => copyLine([file, line, id, issue]));
  };
