import { standingCounts } from '#ledger/compare/standing-counts.ts';
import { readCounts, readVerbGuide } from '#ledger/read/counts.ts';
import { readRevision } from '#ledger/read/revisions.ts';
import type { Snapshot } from '#ledger/snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { askedOfDatabase, listedFromDatabase } from '../cost/database-points.ts';
import { cost } from '../cost/field-cost.ts';
import { Revision } from '../revision/revision.ts';
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
  description: 'How much stands in the ledger; what was retired is not counted.',
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

const Dataset = builder.objectRef<Snapshot>('Dataset').implement({
  description: 'The ledger as a whole.',
  fields: (t) => ({
    revision: t.int({ description: 'The newest revision; 0 in an empty ledger.', resolve: ({ revision }) => revision }),
    latestRevision: t.field({
      type: Revision,
      nullable: true,
      description: 'The newest revision itself; null in an empty ledger.',
      extensions: cost({ points: askedOfDatabase }),
      resolve: ({ revision }, _args, { database }) => readRevision(database.prisma, revision),
    }),
    counts: t.field({
      type: DatasetCounts,
      description: 'How much stands in it.',
      extensions: cost({ points: listedFromDatabase }),
      resolve: async (snapshot, _args, { database }) => ({
        ...standingCounts(snapshot),
        ...(await readCounts(database.prisma, snapshot.revision)),
      }),
    }),
    coverage: t.field({
      type: Coverage,
      description: 'Which time it covers.',
      resolve: (snapshot) => standingCounts(snapshot),
    }),
    knownGaps: t.stringList({
      description: 'What is known to be missing.',
      resolve: (snapshot) => knownGaps(snapshot),
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
    description: 'What the ledger holds, and what is known to be missing.',
    resolve: (_root, _args, { snapshot }) => snapshot,
  }),
);
