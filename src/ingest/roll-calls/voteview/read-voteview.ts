import type { Position } from '#postgres/generated/enums.ts';
import { shown } from '../../read/csv-reader.ts';
import { type BodyFiles, type OpenedBody, type ReaderOptions, unlessProblems, voteLine } from '../bodies/body-files.ts';
import { findTables } from '../bodies/find-tables.ts';
import { readTable } from '../bodies/read-table.ts';
import { voteColumns } from './columns.ts';
import { numberIn } from './congress.ts';
import { readMembers } from './read-members.ts';
import { readPartyNames } from './read-parties.ts';
import { readRollCalls } from './read-roll-calls.ts';

const kinds = {
  members: /^(HS|H|S)(all|\d{3})_members\.csv(\.gz)?$/,
  parties: /^(HS|H|S)(all|\d{3})_parties\.csv(\.gz)?$/,
  rollCalls: /^(HS|H|S)(all|\d{3})_rollcalls\.csv(\.gz)?$/,
  votes: /^(HS|H|S)(all|\d{3})_votes\.csv(\.gz)?$/,
} as const;

/** The files without which there is nothing to read, each as an example of its name. */
const needed = [
  ['members', 'HSall_members.csv'],
  ['rollCalls', 'HSall_rollcalls.csv'],
  ['votes', 'HSall_votes.csv'],
] as const;

const taken =
  'HSall_members, HSall_rollcalls, HSall_votes and HSall_parties (or those of one chamber or Congress, such as H117_votes), each .csv or .csv.gz,';

const absent = null;

/** What a cast code says. Who was paired or announced a position did not vote, nor did who answered "present". */
const castCodes: ReadonlyMap<string, Position | null | 'NOT_A_MEMBER'> = new Map([
  ['0', 'NOT_A_MEMBER'],
  ['1', 'SUPPORT'],
  ['2', absent], // paired yea
  ['3', absent], // announced yea
  ['4', absent], // announced nay
  ['5', absent], // paired nay
  ['6', 'OPPOSE'],
  ['7', absent], // present
  ['8', absent], // present
  ['9', absent], // not voting
]);

/**
 * Voteview's tables of members, roll calls and votes of the US Congress. Members are persons, their parties groups. Reading them throws an
 * IngestError when a path cannot be read.
 */
export const openVoteview = (paths: readonly string[]) => async (): Promise<OpenedBody> => ({
  source: voteviewSource,
  read: (options) => readVoteview(paths, options),
});

async function readVoteview(paths: readonly string[], options: ReaderOptions): Promise<BodyFiles | null> {
  const { problems, source, warn } = options;
  const { of, paths: files } = await findTables(paths, { kinds, left: /^$/, taken, warn });
  for (const [kind, name] of needed) {
    if (of[kind].length === 0) {
      problems.add({ at: paths.join(', '), found: `no file such as ${name}`, expected: 'at least one' });
    }
  }
  if (problems.total > 0) return null;
  const roster = await readMembers(of.members, options);
  const parties = roster.parties(source.key, await readPartyNames(of.parties, options));
  const rollCalls = await readRollCalls(source.key, of.rollCalls, options);
  let byPresidents = 0;
  async function* votes(): AsyncGenerator<string> {
    for (const file of of.votes) {
      yield* readTable(
        file,
        voteColumns,
        (record) => {
          const { place, line } = record;
          const [congress, chamber, code] = [
            record.field('congress'),
            record.field('chamber'),
            record.field('cast_code'),
          ];
          const rollCall = rollCalls.numberOf(`${congress} ${chamber} ${record.field('rollnumber')}`);
          const icpsr = numberIn(record, 'icpsr', 5, problems);
          const said = castCodes.get(code.replace(/\.0$/, ''));
          if (rollCall === undefined) {
            const found = `roll call ${record.field('rollnumber')} of the ${chamber} in Congress ${congress}`;
            problems.add({ at: place, found, expected: 'one of the tables of roll calls' });
          }
          if (said === undefined)
            problems.add({ at: place, found: shown('cast_code', code), expected: 'a code from 0 to 9' });
          if (rollCall === undefined || icpsr === null || said === undefined || said === 'NOT_A_MEMBER') return '';
          if (roster.isMember(congress, chamber, icpsr)) {
            return voteLine(file.number, line, rollCall, parties.numberOf(String(icpsr)) as number, said); // who sits is read
          }
          if (roster.isPresident(congress, icpsr)) byPresidents += 1;
          else {
            const expected = `a member of the ${chamber} in Congress ${congress}, by the tables of members`;
            problems.add({ at: place, found: shown('icpsr', String(icpsr)), expected });
          }
          return '';
        },
        options,
      );
    }
  }
  return unlessProblems(problems, {
    parties: parties.rows,
    memberships: roster.memberships(source.key),
    rollCalls: rollCalls.rows,
    documentKind: 'PARLIAMENT_VOTE',
    paths: files,
    votes,
    left: () =>
      byPresidents === 0 ? [] : [`Left out: positions of presidents, who have no vote in Congress (${byPresidents}).`],
  });
}

/** Voteview asks to be cited; its pages name no licence. */
const voteviewSource = {
  key: 'voteview',
  title: 'Voteview: Congressional Roll-Call Votes Database',
  publisher: 'Voteview, University of California, Los Angeles',
  citation:
    'Lewis, Jeffrey B., Keith Poole, Howard Rosenthal, Adam Boche, Aaron Rudkin, and Luke Sonnet. Voteview: Congressional Roll-Call Votes Database. https://voteview.com/',
  licence: null,
  licenceAddress: null,
  address: 'https://voteview.com/data',
  reviewedOn: null,
} as const;
