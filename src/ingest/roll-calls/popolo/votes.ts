import { voteLine } from '../bodies/body-files.ts';
import type { FoundRollCall, Numbered } from '../bodies/found.ts';
import type { ProblemList } from '../outcome.ts';
import type { PopoloRecord, PopoloRecords } from './classes.ts';
import { GroupsNamedByVotes } from './memberships.ts';
import type { Meaning } from './options.ts';
import type { People } from './people.ts';
import { isObject, type JsonObject, lineOf, objectsIn, textIn } from './read-json.ts';
import type { VoteEvents } from './vote-events.ts';

/** A vote: its place, the numbers of roll call and party, and what it says. */
interface Vote {
  readonly file: number;
  readonly line: number;
  readonly rollCall: number;
  readonly party: number;
  meaning: Meaning;
}

export interface VotesRead {
  readonly votes: readonly Vote[];
  readonly groups: GroupsNamedByVotes;
  /** Votes without an option, as of tellers: nobody knows what they chose. */
  readonly withoutOption: number;
  /** Voters who voted for two options in one event, which undoes both. */
  readonly undone: number;
}

export interface VotesOptions {
  readonly people: People;
  readonly options: ReadonlyMap<string, Meaning>;
  readonly paths: readonly string[];
  readonly problems: ProblemList;
}

/** Reads the votes, within vote events or of lists of their own. */
export function readVotes(records: PopoloRecords, { rollCalls, events }: VoteEvents, options: VotesOptions): VotesRead {
  const { problems, paths } = options;
  const reading = new Reading(rollCalls, options);
  for (const { record, rollCall } of events) {
    for (const object of objectsIn(record.object.votes)) reading.take({ file: record.file, object }, rollCall);
  }
  for (const record of records.votes) {
    const id = textIn(record.object, 'vote_event_id');
    const rollCall = id === null ? undefined : rollCalls.numberOf(id);
    if (rollCall !== undefined) reading.take(record, rollCall);
    else {
      const found = `vote_event_id: ${JSON.stringify(id)}`;
      problems.add({
        at: `${paths[record.file]}:${lineOf(record.object)}`,
        found,
        expected: 'the id of a vote event of the files',
      });
    }
  }
  return reading;
}

class Reading implements VotesRead {
  readonly votes: Vote[] = [];
  readonly groups = new GroupsNamedByVotes();
  withoutOption = 0;
  undone = 0;
  readonly #first = new Map<number, Map<number, Vote>>();
  readonly #rollCalls: Numbered<FoundRollCall>;
  readonly #options: VotesOptions;

  constructor(rollCalls: Numbered<FoundRollCall>, options: VotesOptions) {
    this.#rollCalls = rollCalls;
    this.#options = options;
  }

  take({ file, object }: PopoloRecord, rollCall: number): void {
    const { people, options, paths, problems } = this.#options;
    const line = lineOf(object);
    const place = `${paths[file]}:${line}`;
    const option = textIn(object, 'option');
    if (option === null) {
      this.withoutOption += 1;
      return;
    }
    const meaning = options.get(option);
    if (meaning === undefined) {
      const expected = `one of ${[...options.keys()].join(', ')}; --option says what another one means`;
      problems.add({ at: place, found: `option: ${JSON.stringify(option)}`, expected });
      return;
    }
    const party = voterOf(object, people, place, problems);
    if (party === null) return;
    const group = groupOf(object, people, place);
    const day = this.#rollCalls.rows[rollCall]?.tabledOn;
    if (group !== null && day !== undefined && group !== party) this.groups.note(party, group, day, place);
    this.#record({ file, line, rollCall, party, meaning }, place);
  }

  #record(vote: Vote, place: string): void {
    const { paths, problems, people } = this.#options;
    const inEvent = this.#first.get(vote.rollCall) ?? new Map<number, Vote>();
    if (inEvent.size === 0) this.#first.set(vote.rollCall, inEvent);
    const first = inEvent.get(vote.party);
    if (first === undefined) {
      inEvent.set(vote.party, vote);
      this.votes.push(vote);
    } else if (first.meaning !== vote.meaning) {
      first.meaning = null;
      this.undone += 1;
    } else {
      const found = `a second vote of ${people.parties.rows[vote.party]?.name} in one vote event`;
      problems.add({ at: place, found, expected: `one (first at ${paths[first.file]}:${first.line})` });
    }
  }
}

/** The number of who votes: a person, unless the files know an organization with that identifier or say that it is one. */
function voterOf(vote: JsonObject, people: People, place: string, problems: ProblemList): number | null {
  const described = isObject(vote.voter) ? vote.voter : undefined;
  const id = textIn(vote, 'voter_id') ?? textIn(described, 'id') ?? textIn(described, 'name');
  if (id === null) {
    problems.add({ at: place, found: 'a vote without voter_id and voter', expected: 'one of them' });
    return null;
  }
  const type = (textIn(described, '@type') ?? textIn(vote, 'voter_type') ?? '').toLowerCase();
  const isGroup = type === 'organization' || (type === '' && people.isOrganization(id));
  return isGroup ? people.group(id, described, place) : people.person(id, described, place);
}

/** The number of the group for which somebody votes; `party` is what the specification calls it now and then, `group` before. */
function groupOf(vote: JsonObject, people: People, place: string): number | null {
  for (const field of ['party', 'group'] as const) {
    const value = vote[field];
    const described = isObject(value) ? value : undefined;
    const id = textIn(vote, `${field}_id`) ?? textIn(described, 'id') ?? textIn(described, 'name');
    if (id !== null) return people.group(id, described, place);
  }
  return null;
}

/** Yields the lines of votes, some thousands at once. */
export async function* linesOf(votes: readonly Vote[]): AsyncGenerator<string> {
  const atOnce = 5000;
  for (let start = 0; start < votes.length; start += atOnce) {
    yield votes
      .slice(start, start + atOnce)
      .map(({ file, line, rollCall, party, meaning }) => voteLine(file, line, rollCall, party, meaning))
      .join('');
  }
}
