import { basename } from 'node:path';
import type { BodyFiles, OpenedBody, ReaderOptions } from '../bodies/body-files.ts';
import { unlessProblems } from '../bodies/body-files.ts';
import { findTables } from '../bodies/find-tables.ts';
import { type FoundParty, Numbered } from '../bodies/found.ts';
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
 * Popolo files: vote events with their motions and votes, persons, organizations and memberships, in one file or several. Reading them throws an
 * IngestError when a path cannot be read.
 */
export const openPopolo =
  (paths: readonly string[], { explained }: PopoloOptions) =>
  async (): Promise<OpenedBody> => ({
    source: popoloSource,
    read: (options) => readPopolo(paths, { ...options, explained }),
  });

/** Whose the files are and on which terms, the format does not say. */
const popoloSource = {
  key: 'popolo',
  title: 'Votes in Popolo format',
  publisher: null,
  citation: null,
  licence: null,
  licenceAddress: null,
  address: null,
  reviewedOn: null,
} as const;

async function readPopolo(
  paths: readonly string[],
  { explained, ...options }: ReaderOptions & PopoloOptions,
): Promise<BodyFiles | null> {
  const { problems, report, source, warn } = options;
  const { paths: files } = await findTables(paths, { kinds, left: /^$/, taken: '.json', warn });
  const records = noRecords();
  for (const [number, path] of files.entries()) {
    report({ step: `Reading ${basename(path)}`, rows: null, done: 0 });
    const content = await readJson(path, problems);
    if (content !== undefined) sortByClass(content, { number, path }, records, problems, warn);
    report({ step: `Reading ${basename(path)}`, rows: null, done: 1 });
  }
  if (problems.total > 0) return null;
  const parties = new Numbered<FoundParty>('person or organization', problems);
  const people = new People(records, source.key, files, parties);
  const events = readVoteEvents(records, { source: source.key, paths: files, people, problems });
  if (events.events.length === 0 && problems.total === 0) {
    problems.add({
      at: paths.join(', '),
      found: 'no vote event',
      expected: 'at least one, in a list or within a motion',
    });
  }
  const votes = readVotes(records, events, { people, options: optionsWith(explained), paths: files, problems });
  const { memberships, undated } = readMemberships(records, people, files, problems);
  const named = votes.groups.memberships(people, memberships);
  const left = [
    votes.withoutOption > 0 && `Left out: votes without an option, as of tellers (${votes.withoutOption}).`,
    votes.undone > 0 && `Recorded as absences: votes for two options in one event (${votes.undone}).`,
    undated > 0 && `Left out: memberships without a first day (${undated}).`,
    people.namedByIdentifier > 0 &&
      `Named by their identifiers, as the files have no names for them: parties (${people.namedByIdentifier}).`,
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
