import { cleaned, shown } from '../../read/csv-reader.ts';
import { type FoundRollCall, Numbered } from '../bodies/found.ts';
import { readWhole, type TableFile, type TableOptions } from '../bodies/read-table.ts';
import { recordKey } from '../bodies/record-key.ts';
import type { Conversation } from './read-summary.ts';

const columns = {
  required: ['timestamp', 'comment-id', 'moderated', 'comment-body'],
  left: ['datetime', 'author-id', 'agrees', 'disagrees', 'importance'],
} as const;

/** Moderators accepted a statement (1), rejected it (-1), or have not looked at it (0). */
const moderations: ReadonlySet<string> = new Set(['1', '0', '-1']);

/** Older exports give milliseconds, newer ones seconds; before this many milliseconds, in 1973, there was no Polis. */
const leastMilliseconds = 100_000_000_000;

export interface Statements {
  /** The statements that were put to the vote, found by their id. */
  readonly rollCalls: Numbered<FoundRollCall>;
  /** Ids of those that moderators rejected. */
  readonly rejected: ReadonlySet<string>;
}

/** Reads comments.csv: each statement is put to the vote from the day on which it was submitted. */
export async function readStatements(
  source: string,
  { topic, id: conversation, address }: Conversation,
  file: TableFile,
  options: TableOptions,
): Promise<Statements> {
  const { problems } = options;
  const rollCalls = new Numbered<FoundRollCall>('statement', problems);
  const rejected = new Set<string>();
  await readWhole(
    file,
    columns,
    ({ field, place, line }) => {
      const problem = (found: string, expected: string) => problems.add({ at: place, found, expected });
      const id = field('comment-id');
      const time = field('timestamp');
      const text = cleaned(field('comment-body'));
      const isTime = /^\d{9,13}$/.test(time);
      const isStatement = /^\d{1,9}$/.test(id) && moderations.has(field('moderated'));
      if (!/^\d{1,9}$/.test(id)) problem(shown('comment-id', id), 'a whole number');
      if (!moderations.has(field('moderated'))) problem(shown('moderated', field('moderated')), 'one of 1, 0, -1');
      if (!isTime) problem(shown('timestamp', time), 'seconds or milliseconds since 1970');
      if (!isStatement || !isTime) return;
      if (field('moderated') === '-1') {
        rejected.add(id);
        return;
      }
      if (text === null) return problem(shown('comment-body', ''), 'a statement');
      const milliseconds = Number(time) >= leastMilliseconds ? Number(time) : Number(time) * 1000;
      const day = new Date(milliseconds).toISOString().slice(0, 10);
      const row: FoundRollCall = {
        key: recordKey(source, id),
        body: `Polis: ${topic}`,
        session: Number(day.slice(0, 4)),
        series: conversation,
        symbol: null,
        text,
        tabledOn: day,
        precision: 'DAY',
        textScope: 'WHOLE',
        address,
        file: file.number,
        line,
      };
      rollCalls.add(id, row, place);
    },
    options,
  );
  return { rollCalls, rejected };
}
