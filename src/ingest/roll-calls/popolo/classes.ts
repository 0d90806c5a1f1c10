import { basename } from 'node:path';
import type { ProblemList } from '../outcome.ts';
import { isObject, type Json, type JsonObject, objectsIn } from './read-json.ts';

/** The classes of Popolo that are read. */
const classes = ['persons', 'organizations', 'memberships', 'events', 'motions', 'vote_events', 'votes'] as const;

export type PopoloClass = (typeof classes)[number];

/** A record with the number of its file. */
export interface PopoloRecord {
  readonly file: number;
  readonly object: JsonObject;
}

export type PopoloRecords = Readonly<Record<PopoloClass, PopoloRecord[]>>;

export const noRecords = (): PopoloRecords =>
  Object.fromEntries(classes.map((name) => [name, []])) as unknown as PopoloRecords; // one list for each

/** Fields by which the records of a class are told from those of others; the first class that has one decides. */
const telling: readonly (readonly [PopoloClass, readonly string[]])[] = [
  ['motions', ['vote_events']],
  ['votes', ['option', 'vote_event_id', 'voter_id']],
  ['vote_events', ['votes', 'counts', 'motion', 'motion_id', 'group_results']],
  ['memberships', ['person_id', 'on_behalf_of_id']],
];

/** Names of files of which the class is not told by the records in them. */
const stems: readonly (readonly [RegExp, PopoloClass])[] = [
  [/^(persons?|people)\b/i, 'persons'],
  [/^(organi[sz]ations?|part(y|ies)|groups?)\b/i, 'organizations'],
  [/^memberships?\b/i, 'memberships'],
  [/^(events?|legislative[_-](periods?|sessions?))\b/i, 'events'],
  [/^motions?\b/i, 'motions'],
  [/^vote[_-]?events?\b/i, 'vote_events'],
  [/^votes?\b/i, 'votes'],
];

/**
 * Sorts the content of a file by class: a mapping with a list for each class, or a list of records of one class, told by their fields, else by
 * the name of the file. Warns of lists that are not read.
 */
export function sortByClass(
  content: Json,
  file: { readonly number: number; readonly path: string },
  records: PopoloRecords,
  problems: ProblemList,
  warn: (warning: string) => void,
): void {
  const { number, path } = file;
  const add = (name: PopoloClass, value: Json | undefined) => {
    for (const object of objectsIn(value)) records[name].push({ file: number, object });
  };
  if (Array.isArray(content)) {
    const name = classOf(content, path);
    if (name !== null) add(name, content);
    else
      problems.add({
        at: `${path}:1`,
        found: 'a list of records whose class cannot be told',
        expected: 'a mapping such as {"vote_events": […]}',
      });
    return;
  }
  const lists = isObject(content) ? Object.entries(content).filter(([, value]) => Array.isArray(value)) : [];
  const read = lists.filter(([name]) => (classes as readonly string[]).includes(name));
  if (read.length === 0) {
    problems.add({
      at: `${path}:1`,
      found: 'no list of Popolo records',
      expected: `a mapping with any of ${classes.join(', ')}`,
    });
  }
  for (const [name, value] of read) add(name as PopoloClass, value);
  const left = lists.map(([name]) => name).filter((name) => !(classes as readonly string[]).includes(name));
  if (left.length > 0) warn(`Warning: ${path}: lists that were not read: ${left.join(', ')}.`);
}

function classOf(list: readonly Json[], path: string): PopoloClass | null {
  const first = objectsIn(list)[0];
  if (first === undefined) return stemOf(path);
  return telling.find(([, fields]) => fields.some((field) => field in first))?.[0] ?? stemOf(path);
}

const stemOf = (path: string): PopoloClass | null =>
  stems.find(([name]) => name.test(basename(path).replace(/\.json$/i, '')))?.[1] ?? null;
