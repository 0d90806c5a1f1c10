import { nameIn, pickedIn } from './find-path.ts';
import type { TableColumn, TableForm } from './table-form.ts';

/** A value of a table as the answer has it; an array stays one. */
export type Cell = string | number | boolean | null | readonly unknown[];
export type Row = readonly Cell[];

type Answered = Readonly<Record<string, unknown>> | null;

/** The rows of an answer: an object, or null when there is nothing. An element that is null makes a row without values. */
export function* tableRows({ columns, lists }: TableForm, data: unknown): Generator<Row> {
  const readers = columns.map((column) => readerOf(column, lists));
  yield* rowsWithin(lists, 0, [data as Answered], readers); // what a query answers, or null
}

type Read = (elements: readonly Answered[]) => Cell;

/** `elements[0]` is the answer, the others the elements of the lists that the row is in, the outermost first. */
function readerOf({ path, level }: TableColumn, lists: TableForm['lists']): Read {
  const rest = path.slice(level === 0 ? 0 : (lists[level - 1]?.length ?? 0));
  return (elements) => (valueAt(elements[level] ?? null, rest) ?? null) as Cell; // a path ends at a leaf or a list
}

function* rowsWithin(
  lists: TableForm['lists'],
  level: number,
  elements: readonly Answered[],
  readers: readonly Read[],
): Generator<Row> {
  const list = lists[level];
  if (list === undefined) {
    yield readers.map((read) => read(elements));
    return;
  }
  const rest = list.slice(level === 0 ? 0 : (lists[level - 1]?.length ?? 0));
  const found = valueAt(elements[level] ?? null, rest);
  if (!Array.isArray(found)) return;
  for (const element of found) yield* rowsWithin(lists, level + 1, [...elements, element], readers);
}

/**
 * What stands at a path; null where something on it is null. Of a list marked with `[]` the values of all its elements, with `[0]` that of the
 * first.
 */
export function valueAt(object: unknown, path: readonly string[]): unknown {
  let value = object;
  for (const [place, name] of path.entries()) {
    if (value === null || value === undefined) return null;
    const isGathered = name.endsWith('[]');
    const picked = pickedIn(name);
    value = (value as Record<string, unknown>)[nameIn(name)];
    if (picked !== null) value = Array.isArray(value) ? value[picked] : null;
    if (isGathered && Array.isArray(value)) {
      const rest = path.slice(place + 1);
      return value.flatMap((element) => valueAt(element, rest));
    }
  }
  return value ?? null;
}
