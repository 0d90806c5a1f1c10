import type { TextScope } from '#postgres/generated/enums.ts';
import { cleaned, isDay, shown, wholeNumber } from '../../read/csv-reader.ts';
import { type FoundRollCall, Numbered } from '../bodies/found.ts';
import { readWhole, type TableFile, type TableOptions } from '../bodies/read-table.ts';
import { recordKey } from '../bodies/record-key.ts';
import { rollCallColumns } from './columns.ts';
import type { Memberships } from './read-memberships.ts';

/** As Python writes them. */
const flags: ReadonlySet<string> = new Set(['True', 'False']);

/** Reads the roll-call votes, found by their id. The session of one is the parliamentary term. */
export async function readRollCalls(
  source: string,
  files: readonly TableFile[],
  terms: Memberships['terms'],
  options: TableOptions,
): Promise<Numbered<FoundRollCall>> {
  const { problems } = options;
  const rollCalls = new Numbered<FoundRollCall>('vote', problems);
  for (const file of files) {
    await readWhole(
      file,
      rollCallColumns,
      ({ field, place, line }) => {
        const problem = (found: string, expected: string) => problems.add({ at: place, found, expected });
        const id = field('id');
        const day = field('timestamp').slice(0, 10);
        const isMain = field('is_main');
        const session = terms.find(([, from]) => from <= day)?.[0];
        if (wholeNumber(id, 9) === null) problem(shown('id', id), 'a whole number');
        if (!flags.has(isMain)) problem(shown('is_main', isMain), 'True or False');
        if (!isDay(day)) problem(shown('timestamp', field('timestamp')), 'a time such as 2024-01-15 12:30:00');
        else if (session === undefined) problem(`a vote on ${day}`, 'a day of a term of group_memberships.csv');
        if (wholeNumber(id, 9) === null || !flags.has(isMain) || !isDay(day) || session === undefined) return;
        const title = cleaned(field('display_title')) ?? cleaned(field('procedure_title'));
        const symbol = cleaned(field('reference')) ?? cleaned(field('procedure_reference'));
        const description = cleaned(field('description'));
        const isAmendment = field('amendment_number') !== '' || field('amendment_subject') !== '';
        const textScope: TextScope = isMain === 'True' ? 'WHOLE' : isAmendment ? 'AMENDMENT' : 'UNKNOWN';
        const row: FoundRollCall = {
          key: recordKey(source, id),
          body: 'European Parliament',
          session,
          series: null,
          symbol,
          text: [title ?? symbol ?? `Vote ${id}`, description].filter((part) => part !== null).join(' – '),
          tabledOn: day,
          precision: 'DAY',
          textScope,
          address: `https://howtheyvote.eu/votes/${id}`,
          file: file.number,
          line,
        };
        rollCalls.add(id, row, place);
      },
      options,
    );
  }
  return rollCalls;
}
