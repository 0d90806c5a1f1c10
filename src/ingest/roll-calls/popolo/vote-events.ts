import { cleaned } from '../../read/csv-reader.ts';
import { readDate } from '../bodies/days.ts';
import { type FoundRollCall, Numbered } from '../bodies/found.ts';
import { recordKey } from '../bodies/record-key.ts';
import type { ProblemList } from '../outcome.ts';
import type { PopoloRecord, PopoloRecords } from './classes.ts';
import type { People } from './people.ts';
import { isObject, type JsonObject, lineOf, objectsIn, textIn } from './read-json.ts';

/** A vote event with the motion that it decides. */
export interface VoteEvent {
  readonly record: PopoloRecord;
  readonly identifier: string;
  readonly rollCall: number;
}

export interface VoteEvents {
  readonly rollCalls: Numbered<FoundRollCall>;
  readonly events: readonly VoteEvent[];
}

export interface VoteEventOptions {
  readonly source: string;
  readonly paths: readonly string[];
  readonly people: People;
  readonly problems: ProblemList;
}

const objectIn = (object: JsonObject | undefined, field: string): JsonObject | undefined => {
  const value = object?.[field];
  return isObject(value) ? value : undefined;
};

/** Reads the vote events, of lists of their own or within motions: each is a roll call of the organization whose members vote. */
export function readVoteEvents(records: PopoloRecords, options: VoteEventOptions): VoteEvents {
  const { source, paths, people, problems } = options;
  const motions = new Map(records.motions.map(({ object }) => [textIn(object, 'id'), object]));
  const sessions = new Map(records.events.map(({ object }) => [textIn(object, 'id'), object]));
  const rollCalls = new Numbered<FoundRollCall>('vote event', problems);
  const events: VoteEvent[] = [];
  const take = (record: PopoloRecord, within: JsonObject | undefined, nth: number) => {
    const { file, object: event } = record;
    const place = `${paths[file]}:${lineOf(event)}`;
    const motion = within ?? objectIn(event, 'motion') ?? motions.get(textIn(event, 'motion_id'));
    const date = textIn(event, 'start_date') ?? textIn(event, 'end_date') ?? textIn(motion, 'date');
    const day = date === null ? null : readDate(date);
    if (day === null) {
      problems.add({
        at: place,
        found: date === null ? 'no start_date' : `start_date: ${JSON.stringify(date)}`,
        expected: 'a date',
      });
      return;
    }
    const motionId = textIn(motion, 'id') ?? textIn(event, 'motion_id');
    const number = textIn(event, 'identifier');
    // As a motion is mostly voted on once, the event has often no identifier of its own.
    const own = motionId === null ? null : nth === 0 ? motionId : `${motionId}-${nth + 1}`;
    const identifier = textIn(event, 'id') ?? own ?? (number === null ? null : `${day.day}-${number}`);
    if (identifier === null) {
      problems.add({ at: place, found: 'a vote event without id, motion_id and identifier', expected: 'one of them' });
      return;
    }
    const session = sessionOf(event, motion, sessions, day.day);
    const text = cleaned(textIn(motion, 'text') ?? textIn(motion, 'title') ?? textIn(event, 'title') ?? '');
    const row: FoundRollCall = {
      key: recordKey(source, identifier),
      body: bodyOf(event, motion, people) ?? 'Not named',
      ...session,
      symbol: textIn(motion, 'identifier'),
      text: text ?? textIn(motion, 'classification') ?? `Vote ${number ?? identifier}`,
      tabledOn: day.day,
      precision: day.precision,
      textScope: 'UNKNOWN',
      address: addressOf(event) ?? addressOf(motion),
      file,
      line: lineOf(event),
    };
    rollCalls.add(identifier, row, place);
    const rollCall = rollCalls.numberOf(identifier);
    if (rollCall !== undefined) events.push({ record, identifier, rollCall });
  };
  for (const { file, object: motion } of records.motions) {
    for (const [nth, object] of objectsIn(motion.vote_events).entries()) take({ file, object }, motion, nth);
  }
  for (const record of records.vote_events) take(record, undefined, 0);
  return { rollCalls, events };
}

function bodyOf(event: JsonObject, motion: JsonObject | undefined, people: People): string | null {
  for (const object of [event, motion]) {
    const id = textIn(object, 'organization_id');
    const organization = objectIn(object, 'organization') ?? people.organization(id);
    const name = cleaned(textIn(organization, 'name') ?? id ?? '');
    if (name !== null) return name;
  }
  return null;
}

/** The number of the session, and its name where it is more than that number; the year where the files name no session with a number. */
function sessionOf(
  event: JsonObject,
  motion: JsonObject | undefined,
  sessions: ReadonlyMap<string | null, JsonObject>,
  day: string,
): Pick<FoundRollCall, 'session' | 'series'> {
  for (const object of [event, motion]) {
    const id = textIn(object, 'legislative_session_id');
    const described = objectIn(object, 'legislative_session') ?? sessions.get(id);
    const name = textIn(described, 'identifier') ?? id ?? textIn(described, 'name');
    if (name === null) continue;
    const digits = /\d{1,4}/.exec(name)?.[0];
    const session = digits === undefined ? Number(day.slice(0, 4)) : Number(digits);
    return { session, series: name === String(session) ? null : name };
  }
  return { session: Number(day.slice(0, 4)), series: null };
}

function addressOf(object: JsonObject | undefined): string | null {
  for (const field of ['links', 'sources'] as const) {
    const url = objectsIn(object?.[field])
      .map((link) => textIn(link, 'url'))
      .find((text) => text !== null && URL.canParse(text));
    if (url != null && /^https?:/.test(url)) return url;
  }
  return null;
}
