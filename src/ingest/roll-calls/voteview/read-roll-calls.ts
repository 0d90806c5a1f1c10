import type { TextScope } from '#postgres/generated/enums.ts';
import { cleaned, isDay, shown } from '../../read/csv-reader.ts';
import { type FoundRollCall, Numbered } from '../bodies/found.ts';
import { readWhole, type TableFile, type TableOptions } from '../bodies/read-table.ts';
import { recordKey } from '../bodies/record-key.ts';
import { rollCallColumns } from './columns.ts';
import { chambers, isChamber, numberIn } from './congress.ts';

/** How much of a bill the question of a roll call puts to the vote; most questions leave it open. */
const scopes: readonly (readonly [RegExp, TextScope])[] = [
  [/^on (agreeing to )?the (substitute )?amendments?\b/i, 'AMENDMENT'],
  [/^on (final )?passage\b/i, 'WHOLE'],
];

/** Reads the roll calls; each is found as `117 House 12`. */
export async function readRollCalls(
  source: string,
  files: readonly TableFile[],
  options: TableOptions,
): Promise<Numbered<FoundRollCall>> {
  const { problems } = options;
  const rollCalls = new Numbered<FoundRollCall>('roll call', problems);
  for (const file of files) {
    await readWhole(
      file,
      rollCallColumns,
      (record) => {
        const { place, line } = record;
        const congress = numberIn(record, 'congress', 3, problems);
        const number = numberIn(record, 'rollnumber', 4, problems);
        const chamber = record.field('chamber');
        const date = record.field('date');
        if (!isChamber(chamber)) {
          const expected = `one of ${Object.keys(chambers).join(', ')}`;
          problems.add({ at: place, found: shown('chamber', chamber), expected });
        }
        if (!isDay(date))
          problems.add({ at: place, found: shown('date', date), expected: 'a day, such as 2021-01-03' });
        if (congress === null || number === null || !isChamber(chamber) || !isDay(date)) return;
        const { key, letter, body } = chambers[chamber];
        const question = cleaned(record.field('vote_question'));
        const subject = cleaned(record.field('dtl_desc')) ?? cleaned(record.field('vote_desc'));
        const symbol = cleaned(record.field('bill_number'));
        const said = [question, subject ?? symbol].filter((part) => part !== null).join(': ');
        const digits = `${String(congress).padStart(3, '0')}${String(number).padStart(4, '0')}`;
        const row: FoundRollCall = {
          key: recordKey(source, String(congress), key, String(number)),
          body,
          session: congress,
          series: null,
          symbol,
          text: said === '' ? `Roll call ${number} of the ${chamber} in Congress ${congress}` : said,
          tabledOn: date,
          precision: 'DAY',
          textScope: scopes.find(([words]) => words.test(question ?? ''))?.[1] ?? 'UNKNOWN',
          address: `https://voteview.com/rollcall/R${letter}${digits}`,
          file: file.number,
          line,
        };
        rollCalls.add(`${congress} ${chamber} ${number}`, row, place);
      },
      options,
    );
  }
  return rollCalls;
}
