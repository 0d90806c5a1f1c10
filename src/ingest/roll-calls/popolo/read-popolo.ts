import type { BodyFiles, ReaderOptions } from '../parliaments/body-files.ts';
import { unlessProblems } from '../parliaments/body-files.ts';
import { type FoundParty, Numbered } from '../parliaments/found.ts';
import { findTables } from '../parliaments/find-tables.ts';
import { noRecords, sortByClass } from './classes.ts';
import { countsThatDiffer } from './count-check.ts';
import { readMemberships } from './memberships.ts';
import { type Meaning, optionsWith } from './options.ts';
import { People } from './people.ts';
import { readJson } from './read-json.ts';
import { readVoteEvents } from './vote-events.ts';
import { linesOf, readVotes } from './votes.ts';

const kinds = { json: /\.json$/i } as const;

export interface PopoloOptions {
  /** What the options mean that Popolo does not list. */
  readonly explained: ReadonlyMap<string, Meaning>;
}

/**
 * Reads Popolo files: vote events with their motions and votes, persons, organizations and memberships, in one file or several.
 * @throws IngestError when a path cannot be read.
 */
export async function readPopolo(
  paths: readonly string[],
  { explained, ...options }: ReaderOptions & PopoloOptions,
): Promise<BodyFiles | null> {
  const { problems, report, source, warn } = options;
  const { paths: files } = await findTables(paths, { kinds, left: /^$/, taken: '.json', warn });
  const records = noRecords();
  for (const [number, path] of files.entries()) {
    report({ step: `Reading ${path.split('/').at(-1)}`, rows: null, done: 0 });
    const content = await readJson(path, problems);
    if (content !== undefined) sortByClass(content, { number, path }, records, problems, warn);
    report({ step: `Reading ${path.split('/').at(-1)}`, rows: null, done: 1 });
  }
  if (problems.total > 0) return null;
  const parties = new Numbered<FoundParty>('person or organization', problems);
  const people = new People(records, source.key, files, parties);
  const events = readVoteEvents(records, { source: source.key, paths: files, people, problems });
  if (events.events.length === 0 && problems.total === 0) {
    problems.add({ at: paths.join(', '), found: 'no vote event', expected: 'at least one, in a list or within a motion' });
  }
  const votes = readVotes(records, events, { people, options: optionsWith(explained), paths: files, problems });
  const { memberships, undated } = readMemberships(records, people, files, problems);
  const named = votes.groups.memberships(people, memberships);
  const left = [
    votes.withoutOption > 0 && `${votes.withoutOption} votes without an option, as of tellers, were left out.`,
    votes.undone > 0 && `${votes.undone} voters voted for two options at once, which is recorded as an absence.`,
    undated > 0 && `${undated} memberships without a first day were left out.`,
    people.namedByIdentifier > 0 && `${people.namedByIdentifier} parties have an identifier alone, which stands for their name.`,
    countsThatDiffer(events, votes, files),
  ].filter((sentence) => typeof sentence === 'string');
  return unlessProblems(problems, {
    parties: parties.rows,
    memberships: [...memberships, ...named],
    rollCalls: events.rollCalls.rows,
    documentKind: 'PARLIAMENT_VOTE',
    paths: files,
    votes: () => linesOf(votes.votes),
    left: () => left,
  });
}
