import type { Position } from '#postgres/generated/enums.ts';
import { shown } from '../../read/csv-reader.ts';
import { voteLine } from '../bodies/body-files.ts';
import { readTable, type TableFile, type TableOptions, type TableRecord } from '../bodies/read-table.ts';
import { groupIdentifier, matrixColumns, type Participants } from './read-participants.ts';
import type { Statements } from './read-statements.ts';

/** An empty field is a statement that somebody did not vote on, mostly because it was never shown: nothing is known. */
const positions: ReadonlyMap<string, Position> = new Map([
  ['1', 'SUPPORT'],
  ['-1', 'OPPOSE'],
  ['0', 'NEUTRAL'],
]);

type MatrixRecord = TableRecord<(typeof matrixColumns)['required'][number]>;

/** The votes in a record, each with the number of its statement; what cannot be is a problem. */
function* votesIn(record: MatrixRecord, { rollCalls, rejected }: Statements, { problems }: TableOptions) {
  for (const [statement, vote] of record.others()) {
    if (vote === '') continue;
    const position = positions.get(vote);
    const rollCall = rollCalls.numberOf(statement);
    if (position === undefined)
      problems.add({ at: record.place, found: shown(statement, vote), expected: '1, -1, 0 or nothing' });
    else if (rollCall !== undefined) yield { rollCall, position };
    else if (!rejected.has(statement)) {
      problems.add({ at: record.place, found: `a vote on statement ${statement}`, expected: 'one of comments.csv' });
    }
  }
}

/** The numbers of the matrix stand for what the counts beside it say. */
class SignCheck {
  #agree = 0;
  #disagree = 0;
  #ones = 0;
  #minusOnes = 0;

  note(record: MatrixRecord): void {
    this.#agree += Number(record.field('n-agree'));
    this.#disagree += Number(record.field('n-disagree'));
    for (const [, vote] of record.others()) {
      if (vote === '1') this.#ones += 1;
      else if (vote === '-1') this.#minusOnes += 1;
    }
  }

  judge(path: string, { problems }: TableOptions): void {
    const isReversed =
      this.#agree === this.#minusOnes && this.#disagree === this.#ones && this.#ones !== this.#minusOnes;
    if (!isReversed) return;
    const found = `${this.#ones} votes of 1 beside ${this.#agree} that agree, and ${this.#minusOnes} of -1 beside ${this.#disagree} that disagree`;
    problems.add({
      at: path,
      found,
      expected: '1 to agree and -1 to disagree, as exports of Polis have them, not the signs of its database',
    });
  }
}

/** Yields the vote of every participant on every statement. */
export async function* votesOfParticipants(
  file: TableFile,
  statements: Statements,
  { parties }: Participants,
  options: TableOptions,
): AsyncGenerator<string> {
  const signs = new SignCheck();
  yield* readTable(
    file,
    matrixColumns,
    (record) => {
      const party = parties.numberOf(record.field('participant'));
      if (party === undefined) return '';
      signs.note(record);
      let lines = '';
      for (const { rollCall, position } of votesIn(record, statements, options)) {
        lines += voteLine(file.number, record.line, rollCall, party, position);
      }
      return lines;
    },
    options,
  );
  signs.judge(file.path, options);
}

/** How many of a group voted on a statement, by position. */
type Count = Record<Extract<Position, 'SUPPORT' | 'NEUTRAL' | 'OPPOSE'>, number>;

/**
 * Yields the position of every opinion group on every statement on which at least `minimumVotes` of its members voted: that of more than half of
 * those, else neutral.
 */
export async function* votesOfGroups(
  file: TableFile,
  statements: Statements,
  { parties }: Participants,
  minimumVotes: number,
  options: TableOptions,
): AsyncGenerator<string> {
  const signs = new SignCheck();
  const counts = new Map<number, { readonly line: number; readonly byStatement: Map<number, Count> }>();
  const read = readTable(
    file,
    matrixColumns,
    (record) => {
      const party = parties.numberOf(groupIdentifier(record.field('group-id')));
      signs.note(record);
      if (party === undefined) return '';
      const { byStatement } = counts.get(party) ?? { byStatement: new Map<number, Count>() };
      if (!counts.has(party)) counts.set(party, { line: record.line, byStatement });
      for (const { rollCall, position } of votesIn(record, statements, options)) {
        const count = byStatement.get(rollCall) ?? { SUPPORT: 0, NEUTRAL: 0, OPPOSE: 0 };
        count[position as keyof Count] += 1;
        byStatement.set(rollCall, count);
      }
      return '';
    },
    options,
  );
  for await (const _ of read);
  signs.judge(file.path, options);
  for (const [party, { line, byStatement }] of counts) {
    let lines = '';
    for (const [rollCall, count] of byStatement) {
      const position = majorityOf(count, minimumVotes);
      if (position !== null) lines += voteLine(file.number, line, rollCall, party, position);
    }
    yield lines;
  }
}

function majorityOf({ SUPPORT, NEUTRAL, OPPOSE }: Count, minimumVotes: number): Position | null {
  const votes = SUPPORT + NEUTRAL + OPPOSE;
  if (votes < minimumVotes) return null;
  if (SUPPORT * 2 > votes) return 'SUPPORT';
  return OPPOSE * 2 > votes ? 'OPPOSE' : 'NEUTRAL';
}
