import type { Position } from '#postgres/generated/enums.ts';
import { shown } from '../../read/csv-reader.ts';
import { type BodyFiles, type OpenedBody, type ReaderOptions, unlessProblems, voteLine } from '../bodies/body-files.ts';
import { findTables } from '../bodies/find-tables.ts';
import { readTable } from '../bodies/read-table.ts';
import { voteColumns } from './columns.ts';
import { readMemberships } from './read-memberships.ts';
import { readPeople } from './read-people.ts';
import { readRollCalls } from './read-roll-calls.ts';

const kinds = {
  members: /^members\.csv(\.gz)?$/,
  countries: /^countries\.csv(\.gz)?$/,
  groups: /^groups\.csv(\.gz)?$/,
  memberships: /^group_memberships\.csv(\.gz)?$/,
  rollCalls: /^votes\.csv(\.gz)?$/,
  votes: /^member_votes\.csv(\.gz)?$/,
} as const;

const taken = 'members, countries, groups, group_memberships, votes and member_votes, each .csv or .csv.gz,';

/** The other tables of the export, and what describes it. */
const left =
  /^((eurovoc_concept|oeil_subject|geo_area|committee|responsible_committee|amendment_author)s?(_votes)?\.csv(\.gz)?|.*-metadata\.json|README\.md|last_updated\.txt)$/;

/** What a position says: who did not vote took none, with an excuse or without. */
const positions: ReadonlyMap<string, Position | null> = new Map([
  ['FOR', 'SUPPORT'],
  ['AGAINST', 'OPPOSE'],
  ['ABSTENTION', 'NEUTRAL'],
  ['DID_NOT_VOTE', null],
]);

/**
 * The bulk export of HowTheyVote.eu: roll-call votes in the plenary of the European Parliament. Members are persons, political groups groups. Reading
 * it throws an IngestError when a path cannot be read.
 */
export const openHowTheyVote = (paths: readonly string[]) => async (): Promise<OpenedBody> => ({
  source: howTheyVoteSource,
  read: (options) => readHowTheyVote(paths, options),
});

async function readHowTheyVote(paths: readonly string[], options: ReaderOptions): Promise<BodyFiles | null> {
  const { problems, source, warn } = options;
  const { of, paths: files } = await findTables(paths, { kinds, left, taken, warn });
  for (const [kind, found] of Object.entries(of)) {
    const name = kinds[kind as keyof typeof kinds].source.replace(/[\^$\\]/g, '').replace('(.gz)?', '');
    if (found.length === 0) problems.add({ at: paths.join(', '), found: `no file ${name}`, expected: 'one' });
  }
  if (problems.total > 0) return null;
  const parties = await readPeople(source.key, of, options);
  const { memberships, terms } = await readMemberships(of.memberships, parties, options);
  const rollCalls = await readRollCalls(source.key, of.rollCalls, terms, options);
  async function* votes(): AsyncGenerator<string> {
    for (const file of of.votes) {
      yield* readTable(
        file,
        voteColumns,
        ({ field, place, line }) => {
          const [vote, member, said] = [field('vote_id'), field('member_id'), field('position')];
          const rollCall = rollCalls.numberOf(vote);
          const party = parties.numberOf(member);
          const position = positions.get(said);
          if (rollCall !== undefined && party !== undefined && position !== undefined) {
            return voteLine(file.number, line, rollCall, party, position);
          }
          const problem = (found: string, expected: string) => problems.add({ at: place, found, expected });
          if (rollCall === undefined) problem(shown('vote_id', vote), 'one of votes.csv');
          if (party === undefined) problem(shown('member_id', member), 'one of members.csv');
          if (position === undefined) problem(shown('position', said), `one of ${[...positions.keys()].join(', ')}`);
          return '';
        },
        options,
      );
    }
  }
  return unlessProblems(problems, {
    parties: parties.rows,
    memberships,
    rollCalls: rollCalls.rows,
    documentKind: 'PARLIAMENT_VOTE',
    paths: files,
    votes,
  });
}

const howTheyVoteSource = {
  key: 'howtheyvote',
  title: 'Roll-call votes in the European Parliament',
  publisher: 'HowTheyVote.eu',
  citation: 'HowTheyVote.eu (Open Database License), https://howtheyvote.eu',
  licence: 'ODbL-1.0',
  licenceAddress: 'https://opendatacommons.org/licenses/odbl/1-0/',
  address: 'https://github.com/HowTheyVote/data',
  reviewedOn: null,
} as const;
