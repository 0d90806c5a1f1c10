import { firstDayAfter, readDate } from '../bodies/days.ts';
import type { FoundMembership } from '../bodies/found.ts';
import type { ProblemList } from '../outcome.ts';
import type { PopoloRecord, PopoloRecords } from './classes.ts';
import type { People } from './people.ts';
import { type JsonObject, lineOf, objectsIn, textIn } from './read-json.ts';

/** Classifications of organizations that are groups of those who vote, as against parliaments and committees. */
const isOfGroups = /\b(party|group|faction|fraction|caucus|club|coalition)\b/i;

export interface MembershipsRead {
  readonly memberships: readonly FoundMembership[];
  /** How many have no first day, in themselves or in their legislative period. */
  readonly undated: number;
}

/**
 * Reads who belonged to which party or parliamentary group: by a membership in it, or by one in a parliament on its behalf. `end_date` is the last
 * day. Groups are those that votes name too.
 */
export function readMemberships(
  records: PopoloRecords,
  people: People,
  paths: readonly string[],
  problems: ProblemList,
): MembershipsRead {
  const periods = new Map(records.events.map(({ object }) => [textIn(object, 'id'), object]));
  const nested = records.persons.flatMap(({ file, object: person }) =>
    objectsIn(person.memberships).map((object) => ({ file, object, person })),
  );
  const said: (PopoloRecord & { readonly person?: JsonObject })[] = [...records.memberships, ...nested];
  const found: FoundMembership[] = [];
  let undated = 0;
  for (const { file, object, person } of said) {
    const place = `${paths[file]}:${lineOf(object)}`;
    const member = textIn(object, 'person_id') ?? textIn(person, 'id');
    const group = groupOf(object, people);
    if (member === null || group === null) continue;
    const period = periods.get(textIn(object, 'legislative_period_id'));
    const [start, end] = (['start_date', 'end_date'] as const).map(
      (field) => textIn(object, field) ?? textIn(period, field),
    );
    const from = start == null ? null : readDate(start);
    const until = end == null ? null : firstDayAfter(end);
    if (start == null) undated += 1;
    else if (from === null)
      problems.add({ at: place, found: `start_date: ${JSON.stringify(start)}`, expected: 'a date' });
    if (end != null && until === null)
      problems.add({ at: place, found: `end_date: ${JSON.stringify(end)}`, expected: 'a date' });
    if (from === null || (end != null && until === null)) continue;
    if (until !== null && until <= from.day) {
      problems.add({ at: place, found: `from ${start} to ${end}`, expected: 'an end that is not before the start' });
      continue;
    }
    const of = people.parties.rows[people.group(group, undefined, place)];
    const by = people.parties.rows[people.person(member, person, place)];
    if (of !== undefined && by !== undefined) {
      found.push({ group: of.key, member: by.key, from: from.day, until, precision: from.precision, place });
    }
  }
  return { memberships: found, undated };
}

function groupOf(membership: JsonObject, people: People): string | null {
  const behalf = textIn(membership, 'on_behalf_of_id');
  if (behalf !== null) return behalf;
  const id = textIn(membership, 'organization_id');
  const classification = textIn(people.organization(id), 'classification');
  return id !== null && classification !== null && isOfGroups.test(classification.replaceAll('_', ' ')) ? id : null;
}

/** From when to when the votes of somebody name a group. */
interface Span {
  readonly group: number;
  first: string;
  last: string;
  readonly place: string;
}

/** The groups that votes name, for those of whom no membership says more: from the first such vote on, to the last if another group followed. */
export class GroupsNamedByVotes {
  readonly #spans = new Map<number, Map<number, Span>>();

  note(person: number, group: number, day: string, place: string): void {
    const spans = this.#spans.get(person) ?? new Map<number, Span>();
    if (spans.size === 0) this.#spans.set(person, spans);
    const span = spans.get(group);
    if (span === undefined) spans.set(group, { group, first: day, last: day, place });
    else if (day < span.first) span.first = day;
    else if (day > span.last) span.last = day;
  }

  memberships({ parties }: People, known: readonly FoundMembership[]): FoundMembership[] {
    const isKnown = new Set(known.map(({ member }) => member));
    return [...this.#spans].flatMap(([person, spans]) => {
      const member = parties.rows[person]?.key ?? '';
      if (isKnown.has(member)) return [];
      const latest = [...spans.values()].reduce((a, b) => (a.last >= b.last ? a : b));
      return [...spans.values()].map(({ group, first, last, place }) => ({
        group: parties.rows[group]?.key ?? '',
        member,
        from: first,
        until: group === latest.group ? null : firstDayAfter(last),
        precision: 'APPROXIMATE' as const,
        place,
      }));
    });
  }
}
