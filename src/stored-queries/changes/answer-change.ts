import type { TableColumn } from '../table-form.ts';
import type { Row } from '../table-rows.ts';
import type { AnswerThen } from './answer-then.ts';
import { changedRowInWords, rowInWords, valueInWords } from './in-words.ts';
import { keyText, type RowKey, rowKey } from './row-key.ts';

/** How the answer to a stored query became another one. */
export interface AnswerChange {
  /** How much changed, such as `2 rows added, 1 row changed`. */
  readonly summary: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** What changed besides the rows. */
  readonly values: number;
  /** What changed, a sentence each; of much of one kind only the first, and how much more there is. */
  readonly lines: readonly string[];
}

/** Sentences of one kind of change. */
const mostLines = 20;

/** What is other in an answer than in one before it; null when it is the same. The order of rows is no difference. */
export function answerChange(
  columns: readonly TableColumn[],
  before: AnswerThen,
  after: AnswerThen,
): AnswerChange | null {
  if (before.why !== null || after.why !== null) return beginOrEnd(before, after);
  const rows = changedRows(columns, before.rows, after.rows);
  const values = changedValues(before.values, after.values);
  const counts = {
    added: rows.added.length,
    removed: rows.removed.length,
    changed: rows.changed.length,
    values: values.length,
  };
  const summary = summaryOf(counts);
  if (summary === '') return null;
  return {
    summary,
    ...counts,
    lines: [
      ...bounded(values, 'values'),
      ...bounded(rows.added, 'rows added'),
      ...bounded(rows.removed, 'rows removed'),
      ...bounded(rows.changed, 'rows changed'),
    ],
  };
}

/** Where there was no answer before, or is none any more. */
function beginOrEnd(before: AnswerThen, after: AnswerThen): AnswerChange | null {
  if (before.why !== null && after.why !== null) return null;
  const none = { changed: 0, values: 0 };
  if (after.why === null) {
    const added = after.rows.length;
    const rows = added === 0 ? '' : `: ${count(added, 'row')}`;
    return { summary: `answered for the first time${rows}`, ...none, added, removed: 0, lines: [`${before.why}`] };
  }
  const removed = before.rows.length;
  return { summary: 'no longer answered', ...none, added: 0, removed, lines: [after.why] };
}

interface ChangedRows {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

function changedRows(columns: readonly TableColumn[], before: readonly Row[], after: readonly Row[]): ChangedRows {
  const key = rowKey(columns, [before, after]);
  if (key === null) return changedWholes(columns, before, after);
  const then = new Map(before.map((row) => [keyText(row, key), row]));
  const added: string[] = [];
  const changed: string[] = [];
  for (const row of after) {
    const text = keyText(row, key);
    const past = then.get(text);
    then.delete(text);
    if (past === undefined) added.push(`Added: ${rowInWords(columns, row, key)}`);
    else if (!isSame(past, row)) changed.push(`Changed: ${changedRowInWords(columns, past, row, key)}`);
  }
  return { added, removed: removedIn(columns, [...then.values()], key), changed };
}

/** Of rows that are known only as a whole, there may be several alike. */
function changedWholes(columns: readonly TableColumn[], before: readonly Row[], after: readonly Row[]): ChangedRows {
  const left = new Map<string, Row[]>();
  for (const row of before) left.set(JSON.stringify(row), [...(left.get(JSON.stringify(row)) ?? []), row]);
  const added = after.filter((row) => left.get(JSON.stringify(row))?.pop() === undefined);
  return {
    added: added.map((row) => `Added: ${rowInWords(columns, row, [])}`),
    removed: removedIn(columns, [...left.values()].flat(), []),
    changed: [],
  };
}

const removedIn = (columns: readonly TableColumn[], rows: readonly Row[], key: RowKey) =>
  rows.map((row) => `Removed: ${rowInWords(columns, row, key)}`);

const isSame = (one: Row, other: Row): boolean => JSON.stringify(one) === JSON.stringify(other);

function changedValues(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => `${path}: ${valueInWords(before.get(path))} → ${valueInWords(after.get(path))}`);
}

const bounded = (lines: readonly string[], what: string): string[] =>
  lines.length <= mostLines
    ? [...lines]
    : [...lines.slice(0, mostLines), `… and ${lines.length - mostLines} more ${what}.`];

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;

function summaryOf({ added, removed, changed, values }: Omit<AnswerChange, 'summary' | 'lines'>): string {
  const parts = [
    [values, 'value', ' changed'],
    [added, 'row', ' added'],
    [removed, 'row', ' removed'],
    [changed, 'row', ' changed'],
  ] as const;
  return parts.flatMap(([number, what, how]) => (number === 0 ? [] : [`${count(number, what)}${how}`])).join(', ');
}
