import { type LedgerChange as ChangeShape, changedCells, ledgerChanges } from '#comparison/ledger-changes.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { ComparisonCellChange, documentsOf } from '../comparison/comparison-cell-change.ts';
import { connectionOf } from '../connection.ts';
import type { Context } from '../context.ts';
import { type Around, batchedFromDatabase, cost, readFromDatabase } from '../cost/field-cost.ts';
import { partiesIn, propositionsIn } from '../cost/points.ts';
import { Document } from '../document/document.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Revision, revisionOf } from '../revision/revision.ts';
import { knownAtOf, ledgerAt } from '../scope/point.ts';
import { Dataset } from './dataset.ts';

interface ChangeView {
  readonly change: ChangeShape;
  /** With the texts of the revision at which the dataset is shown. */
  readonly ledger: Snapshot;
}

/** Parties that speak about one proposition: three times as many as there are on average, as wherever one proposition stands for any. */
const partiesOnOne = (_args: unknown, { ledger }: Around) =>
  Math.min(partiesIn(ledger), 10 + (3 * ledger.stances) / Math.max(1, propositionsIn(ledger)));

/** Each of them is looked up twice. */
const everyParty = (args: unknown, around: Around) => 20 + partiesOnOne(args, around) / 2;

export const LedgerChange = builder.objectRef<ChangeView>('LedgerChange').implement({
  description:
    'What one revision said of one proposition: which parties, what was and what is, and which documents show it.',
  fields: (t) => ({
    revision: t.field({
      type: Revision,
      description: 'The revision that said it.',
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ change: { revision } }, _args, context) =>
        (await context.loaders.revision.load(revision)) ?? revisionOf(revision, context),
    }),
    proposition: t.field({
      type: Proposition,
      description: 'The proposition, with its text as known at the revision of the dataset.',
      resolve: ({ change, ledger }) => rowAt(ledger.propositions, change.proposition),
    }),
    day: t.field({
      type: 'Date',
      description: 'The latest day from which anything was held that the revision added, corrected or took back.',
      resolve: ({ change }) => change.day,
    }),
    cells: t.field({
      type: [ComparisonCellChange],
      description:
        'The parties that it is about, by key. `before` and `after` are what was known before the revision and at it, both of the latest day from which anything was held that the revision added, corrected or took back for the party: of a corrected stance both versions, of a new one what was held before it and it.',
      extensions: cost({ points: everyParty, rows: partiesOnOne }),
      resolve({ change, ledger }) {
        const { before, after, cells } = changedCells(ledger, change);
        return cells.map((cell) => ({ before, after, change: cell }));
      },
    }),
    documents: t.field({
      type: [Document],
      description: 'The documents that show the changes of all its parties, without duplicates.',
      extensions: cost({
        points: (args, around) => everyParty(args, around) + partiesOnOne(args, around) * readFromDatabase,
      }),
      resolve: ({ change, ledger }, _args, context) => documentsOfAll(change, ledger, context),
    }),
  }),
});

async function documentsOfAll(change: ChangeShape, ledger: Snapshot, context: Context) {
  const { before, after, cells } = changedCells(ledger, change);
  const lists = await Promise.all(cells.map((cell) => documentsOf({ before, after, change: cell }, context)));
  return [...new Map(lists.flat().map((document) => [document.id, document])).values()];
}

builder.objectField(Dataset, 'changes', (t) =>
  t.connection({
    type: LedgerChange,
    description:
      'What is new in the whole ledger: what each revision said of each proposition, the newest revision first, within one the latest day first, then by key. `Comparison.changes` says what became of it between two points in time; `Revision.counts` also tells what changed besides positions.',
    args: {
      since: t.arg.int({
        defaultValue: 0,
        description:
          'Only what later revisions said: the number of a revision, such as that of the last visit. Default: 0, all.',
      }),
    },
    extensions: cost({
      points: (_args, { ledger }) => 50 + ledger.stances / 40 + (ledger.claims + ledger.rollCalls) / 2,
      preparesLedger: true,
    }),
    resolve({ revision }, args, context) {
      const since = knownAtOf(args.since, context, 0, 'since');
      const ledger = ledgerAt(revision, context);
      const { edges, ...page } = connectionOf(
        ledgerChanges(context.snapshot, since, revision),
        args,
        context.pageSizes,
        (change) => `new ${change.revision} ${rowAt(context.snapshot.propositions, change.proposition).key}`,
      );
      return { ...page, edges: edges.map(({ cursor, node: change }) => ({ cursor, node: { change, ledger } })) };
    },
  }),
);
