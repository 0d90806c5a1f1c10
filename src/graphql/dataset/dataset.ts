import { dayOf } from '#agreement/day.ts';
import { standingCounts } from '#comparison/counts.ts';
import { readCounts, readVerbGuide } from '#ledger/read/counts.ts';
import { readRevision } from '#ledger/read/revisions.ts';
import { readSources, type Source as SourceRow } from '#ledger/read/sources.ts';
import { digestAt } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { askedOfDatabase, cost, type LedgerSizes, listedFromDatabase } from '../cost/field-cost.ts';
import { propositionsIn } from '../cost/points.ts';
import { Revision } from '../revision/revision.ts';
import { knownAtArg, knownAtOf } from '../scope/point.ts';
import { Position } from '../stance/stance-enums.ts';
import { knownGaps } from './known-gaps.ts';
import { Source } from './source.ts';

type Counts = ReturnType<typeof standingCounts> & Awaited<ReturnType<typeof readCounts>>;

const counted = {
  countries: 'Number of countries, including former ones.',
  blocs: 'Number of blocs.',
  people: 'Number of persons, such as members of a parliament.',
  groups: 'Number of groups of persons, such as those of a parliament.',
  issues: 'Number of issues.',
  claims: 'Number of propositions of the kind CLAIM.',
  rollCalls: 'Number of propositions of the kind ROLL_CALL.',
  stances: 'Number of stances, including past ones.',
  absences: 'Number of recorded absences.',
  documents: 'Number of documents.',
  citations: 'Number of citations.',
  passages: 'Number of passages.',
} as const satisfies Partial<Record<keyof Counts, string>>;

const DatasetCounts = builder.objectRef<Counts>('DatasetCounts').implement({
  description: 'Number of records in the ledger, without retired ones.',
  fields: (t) => {
    const count = (name: keyof typeof counted) => t.exposeInt(name, { description: counted[name] });
    return {
      countries: count('countries'),
      blocs: count('blocs'),
      people: count('people'),
      groups: count('groups'),
      issues: count('issues'),
      claims: count('claims'),
      rollCalls: count('rollCalls'),
      stances: count('stances'),
      absences: count('absences'),
      documents: count('documents'),
      citations: count('citations'),
      passages: count('passages'),
    };
  },
});

const Coverage = builder.objectRef<Pick<Counts, 'earliest' | 'latest'>>('Coverage').implement({
  description: 'The period that the stances cover.',
  fields: (t) => ({
    earliest: t.expose('earliest', {
      type: 'Date',
      nullable: true,
      description: 'First day on which a stance was taken; null in an empty ledger.',
    }),
    latest: t.expose('latest', {
      type: 'Date',
      nullable: true,
      description: 'Last day on which a stance was taken; null in an empty ledger.',
    }),
  }),
});

const Verb = builder.objectRef<Awaited<ReturnType<typeof readVerbGuide>>[number]>('Verb').implement({
  description: 'A diplomatic verb and the position that curators usually read from it. A guideline, not a rule.',
  fields: (t) => ({
    verb: t.exposeString('verb', { description: 'The verb, such as "is concerned".' }),
    position: t.expose('position', { type: Position, description: 'The position that it is usually read as.' }),
  }),
});

/** Every stance and absence is counted, once for a revision. */
const countingPoints = (ledger: LedgerSizes) => 20 + ledger.stances / 250 + propositionsIn(ledger) / 10;

function lastReview(sources: readonly Pick<SourceRow, 'reviewedOn'>[]): number | null {
  const latest = sources
    .flatMap(({ reviewedOn }) => reviewedOn ?? [])
    .sort()
    .at(-1);
  return latest === undefined ? null : dayOf(latest);
}

export const Dataset = builder.objectRef<{ readonly revision: number }>('Dataset').implement({
  description: 'The ledger as a whole, as known at a revision.',
  fields: (t) => ({
    revision: t.exposeInt('revision', {
      description:
        'The revision at which the dataset is shown: the newest unless `asKnownAt` is given; 0 in an empty ledger.',
    }),
    ledger: t.string({
      description: 'UUID of the ledger. Created once; standbys and restored backups keep it.',
      resolve: (_dataset, _args, { snapshot }) => snapshot.ledger,
    }),
    digest: t.string({
      nullable: true,
      description: 'Digest of `revision`, 64 hex digits, the same as `Revision.digest`; null in an empty ledger.',
      resolve: ({ revision }, _args, { snapshot }) => digestAt(snapshot, revision),
    }),
    latestRevision: t.field({
      type: Revision,
      nullable: true,
      description: 'The revision that `revision` numbers; null in an empty ledger.',
      extensions: cost({ points: askedOfDatabase }),
      resolve: ({ revision }, _args, { database }) => readRevision(database.pool, revision),
    }),
    counts: t.field({
      type: DatasetCounts,
      description: 'Number of records of each kind.',
      extensions: cost({
        points: (_args, { ledger }) => listedFromDatabase + countingPoints(ledger),
        preparesLedger: true,
      }),
      resolve: async ({ revision }, _args, { database, snapshot }) => ({
        ...standingCounts(snapshot, revision),
        ...(await readCounts(database.prisma, revision)),
      }),
    }),
    coverage: t.field({
      type: Coverage,
      description: 'The period that the stances cover.',
      extensions: cost({ points: (_args, { ledger }) => countingPoints(ledger), preparesLedger: true }),
      resolve: ({ revision }, _args, { snapshot }) => standingCounts(snapshot, revision),
    }),
    sources: t.field({
      type: [Source],
      description: 'Whose records the ledger holds, in the order in which they came, and on which terms.',
      extensions: cost({ points: askedOfDatabase, rows: 8 }),
      resolve: ({ revision }, _args, { database }) => readSources(database.pool, revision),
    }),
    reviewedOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Day on which curators last reviewed any of the records, the latest of `sources`; what happened later may be missing. Null when none were reviewed.',
      extensions: cost({ points: askedOfDatabase }),
      resolve: async ({ revision }, _args, { database }) => lastReview(await readSources(database.pool, revision)),
    }),
    knownGaps: t.stringList({
      description: 'What is known to be missing or wrong, one sentence each.',
      extensions: cost({ points: (_args, { ledger }) => askedOfDatabase + propositionsIn(ledger) / 2, rows: 24 }),
      resolve: async ({ revision }, _args, { database, snapshot }) =>
        knownGaps(snapshotAt(snapshot, revision), revision, await readSources(database.pool, revision)),
    }),
    verbGuide: t.field({
      type: [Verb],
      description: 'Diplomatic verbs and the positions that they are read as.',
      extensions: cost({ points: askedOfDatabase, rows: 50 }),
      resolve: ({ revision }, _args, { database }) => readVerbGuide(database.prisma, revision),
    }),
  }),
});

builder.queryField('dataset', (t) =>
  t.field({
    type: Dataset,
    description: 'What the ledger contains at a revision, and what is known to be missing.',
    args: knownAtArg,
    resolve: (_root, { asKnownAt }, context) => ({ revision: knownAtOf(asKnownAt, context) }),
  }),
);
