import type { SourceRow } from '#ledger/tables/sources.ts';
import { type BodyFiles, type OpenedBody, type ReaderOptions, unlessProblems } from '../bodies/body-files.ts';
import { findTables, type TablesFound } from '../bodies/find-tables.ts';
import type { TableFile, TableOptions } from '../bodies/read-table.ts';
import { recordKey } from '../bodies/record-key.ts';
import { votesOfGroups, votesOfParticipants } from './read-matrix.ts';
import { readParticipants } from './read-participants.ts';
import { readStatements } from './read-statements.ts';
import { type Conversation, readSummary } from './read-summary.ts';

// Downloads from a report have its name and the time before these.
const kinds = {
  matrix: /(^|[^a-z])participants?-votes\.csv(\.gz)?$/,
  statements: /(^|[^a-z])comments\.csv(\.gz)?$/,
  summary: /(^|[^a-z])summary\.csv(\.gz)?$/,
} as const;

const names = { matrix: 'participants-votes.csv', statements: 'comments.csv', summary: 'summary.csv' } as const;

const taken = 'summary, comments and participants-votes, each .csv or .csv.gz,';

/** The other tables of an export. The history of the votes (votes.csv) says nothing of who disagrees today that participants-votes does not. */
const left =
  /(^|[^a-z])((votes|stats-history|comment-groups|comment-clusters|participants?-importance)\.csv(\.gz)?|format\.json)$/;

/** Who the parties are: each participant, or the opinion groups into which Polis put them. */
export type PolisParties = 'participants' | 'groups';

export interface PolisOptions {
  readonly parties: PolisParties;
  /** With groups: how many members must have voted for the group to have a position. */
  readonly minimumVotes: number;
}

type Files = Readonly<Record<keyof typeof kinds, TableFile>>;

interface PolisFiles {
  readonly found: TablesFound<keyof typeof kinds>;
  readonly files: Files;
  readonly conversation: Conversation;
}

/**
 * An export of a Polis conversation: each statement is put to the vote, who agrees supports it, who passes is neutral. Throws an IngestError when a
 * path cannot be read.
 */
export const openPolis =
  (paths: readonly string[], polis: PolisOptions) =>
  async (options: TableOptions): Promise<OpenedBody | null> => {
    const found = await findConversation(paths, options);
    if (found === null) return null;
    return { source: polisSource(found.conversation), read: (reading) => readPolis(found, { ...reading, ...polis }) };
  };

async function findConversation(paths: readonly string[], options: TableOptions): Promise<PolisFiles | null> {
  const { problems, warn } = options;
  const found = await findTables(paths, { kinds, left, taken, warn });
  const one = (kind: keyof typeof kinds): TableFile | undefined => {
    const [file, another] = found.of[kind];
    const several = another === undefined ? `no file ${names[kind]}` : `${file?.path} and ${another.path}`;
    if (file === undefined || another !== undefined) {
      problems.add({ at: paths.join(', '), found: several, expected: `one ${names[kind]}, of one conversation` });
    }
    return file;
  };
  const [matrix, statements, summary] = [one('matrix'), one('statements'), one('summary')];
  if (matrix === undefined || statements === undefined || summary === undefined || problems.total > 0) return null;
  const conversation = await readSummary(summary, options);
  return conversation === null ? null : { found, files: { matrix, statements, summary }, conversation };
}

/** The source of a conversation: each is one of its own. Its terms are for those to say who held it. */
const polisSource = ({ topic, id, address }: Conversation): SourceRow => ({
  key: recordKey('polis', id),
  title: `Polis conversation “${topic}”`,
  publisher: null,
  citation: null,
  licence: null,
  licenceAddress: null,
  address,
  reviewedOn: null,
});

async function readPolis(
  { found, files, conversation }: PolisFiles,
  options: ReaderOptions & PolisOptions,
): Promise<BodyFiles | null> {
  const { problems, source, parties, minimumVotes } = options;
  const statements = await readStatements(source.key, conversation, files.statements, options);
  const { rollCalls, rejected } = statements;
  const firstDay = rollCalls.rows.map(({ tabledOn }) => tabledOn).reduce((a, b) => (a < b ? a : b), '9999-12-31');
  const withPeople = parties === 'participants';
  const people = await readParticipants(source.key, conversation, files.matrix, firstDay, withPeople, options);
  return unlessProblems(problems, {
    parties: people.parties.rows,
    memberships: people.memberships,
    rollCalls: rollCalls.rows,
    documentKind: 'TRACKER',
    paths: found.paths,
    votes: () =>
      withPeople
        ? votesOfParticipants(files.matrix, statements, people, options)
        : votesOfGroups(files.matrix, statements, people, minimumVotes, options),
    left: () =>
      rejected.size === 0
        ? []
        : [`Left out: statements that moderators rejected, with their votes (${rejected.size}).`],
  });
}
