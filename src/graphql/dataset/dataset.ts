import { standingCounts } from '#comparison/standing-counts.ts';
import { readCounts, readVerbGuide } from '#ledger/read/counts.ts';
import { readRevision } from '#ledger/read/revisions.ts';
import { digestAt } from '#snapshot/past.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { askedOfDatabase, listedFromDatabase } from '../cost/database-points.ts';
import { cost, type LedgerSizes } from '../cost/field-cost.ts';
import { propositionsIn } from '../cost/list-cost.ts';
import { Revision } from '../revision/revision.ts';
import { knownAtArg, knownAtOf } from '../scope/point-args.ts';
import { Position } from '../stance/stance-enums.ts';
import { knownGaps } from './known-gaps.ts';

type Counts = ReturnType<typeof standingCounts> & Awaited<ReturnType<typeof readCounts>>;

const counted = {
  countries: 'Countries, former ones too.',
  blocs: 'Blocs.',
  issues: 'Issues.',
  claims: 'Propositions that are claims.',
  rollCalls: 'Propositions that are roll calls.',
  stances: 'Stances, past ones too.',
  absences: 'Recorded absences.',
  documents: 'Documents.',
  citations: 'Citations.',
  passages: 'Passages.',
} as const satisfies Partial<Record<keyof Counts, string>>;

const DatasetCounts = builder.objectRef<Counts>('DatasetCounts').implement({
  description: 'How much stood in the ledger; what was retired is not counted.',
  fields: (t) => {
    const count = (name: keyof typeof counted) => t.exposeInt(name, { description: counted[name] });
    return {
      countries: count('countries'),
      blocs: count('blocs'),
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
  description: 'Which time the stances are from.',
  fields: (t) => ({
    earliest: t.expose('earliest', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which a stance was taken; null in an empty ledger.',
    }),
    latest: t.expose('latest', {
      type: 'Date',
      nullable: true,
      description: 'The last day on which a stance was taken; null in an empty ledger.',
    }),
  }),
});

const Verb = builder.objectRef<Awaited<ReturnType<typeof readVerbGuide>>[number]>('Verb').implement({
  description: 'A diplomatic verb and the position that curators read from it. A judgement, not a law.',
  fields: (t) => ({
    verb: t.exposeString('verb', { description: 'The words.' }),
    position: t.expose('position', { type: Position, description: 'The position.' }),
  }),
});

/** Every stance and absence is counted, once for a revision. */
const countingPoints = (ledger: LedgerSizes) => 20 + ledger.stances / 250 + propositionsIn(ledger) / 10;

const Dataset = builder.objectRef<{ readonly revision: number }>('Dataset').implement({
  description: 'The ledger as a whole, as known at a revision.',
  fields: (t) => ({
    revision: t.exposeInt('revision', {
      description:
        'The revision as known at which it is shown, the newest unless asked otherwise; 0 in an empty ledger.',
    }),
    ledger: t.string({
      description: 'Id of the ledger, a UUID: made once, and kept by its standbys and restored backups.',
      resolve: (_dataset, _args, { snapshot }) => snapshot.ledger,
    }),
    digest: t.string({
      nullable: true,
      description: 'Digest of `revision`, 64 hex digits, as `Revision.digest` has it; null in an empty ledger.',
      resolve: ({ revision }, _args, { snapshot }) => digestAt(snapshot, revision),
    }),
    latestRevision: t.field({
      type: Revision,
      nullable: true,
      description: 'That revision itself; null in an empty ledger.',
      extensions: cost({ points: askedOfDatabase }),
      resolve: ({ revision }, _args, { database }) => readRevision(database.pool, revision),
    }),
    counts: t.field({
      type: DatasetCounts,
      description: 'How much stands in it.',
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
      description: 'Which time it covers.',
      extensions: cost({ points: (_args, { ledger }) => countingPoints(ledger), preparesLedger: true }),
      resolve: ({ revision }, _args, { snapshot }) => standingCounts(snapshot, revision),
    }),
    knownGaps: t.stringList({
      description: 'What is known to be missing.',
      extensions: cost({ points: (_args, { ledger }) => 5 + propositionsIn(ledger) / 100, rows: 8 }),
      resolve: ({ revision }, _args, { snapshot }) => knownGaps(snapshotAt(snapshot, revision)),
    }),
    verbGuide: t.field({
      type: [Verb],
      description: 'How diplomatic verbs are read as positions.',
      extensions: cost({ points: askedOfDatabase, rows: 50 }),
      resolve: ({ revision }, _args, { database }) => readVerbGuide(database.prisma, revision),
    }),
  }),
});

builder.queryField('dataset', (t) =>
  t.field({
    type: Dataset,
    description: 'What the ledger holds or held at a revision, and what is known to be missing.',
    args: knownAtArg,
    resolve: (_root, { asKnownAt }, context) => ({ revision: knownAtOf(asKnownAt, context) }),
  }),
);
