import { rememberedComparison } from '#comparison/asked-comparison.ts';
import { comparisonChanges, type RowChange as RowChangeShape } from '#comparison/comparison-changes.ts';
import { readRecitedStances } from '#ledger/read/citations.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import type { Context } from '../context.ts';
import { type Around, cost, listedFromDatabase, readFromDatabase } from '../cost/field-cost.ts';
import { cellPoints, derivingPoints, partiesCompared, receiptPoints } from '../cost/points.ts';
import { Document } from '../document/document.ts';
import { Proposition } from '../proposition/proposition.ts';
import { PointInput, scopeAt } from '../scope/point.ts';
import { Side } from '../stance/stance-enums.ts';
import { Comparison } from './comparison.ts';
import { ComparisonCellChange, documentsOf, type Points } from './comparison-cell-change.ts';
import { Verdict } from './comparison-row.ts';

/** What is made of the cells of all parties, before and after. */
const overCells = (_args: unknown, { parties }: Around) => 2 + parties / 5;

type RowChangeView = Points & { readonly row: RowChangeShape };

export const ComparisonChange = builder.objectRef<RowChangeView>('ComparisonChange').implement({
  description: 'A proposition on which at least one party changed between two points in time.',
  fields: (t) => ({
    proposition: t.field({
      type: Proposition,
      description: 'The proposition, with its text as known at `to`.',
      resolve: ({ row }) => row.proposition,
    }),
    verdictBefore: t.field({
      type: Verdict,
      extensions: cost({ points: overCells }),
      description: 'The verdict at `from`.',
      resolve: ({ row }) => row.before.verdict,
    }),
    verdictAfter: t.field({
      type: Verdict,
      extensions: cost({ points: overCells }),
      description: 'The verdict at `to`.',
      resolve: ({ row }) => row.after.verdict,
    }),
    sideBefore: t.field({
      type: Side,
      nullable: true,
      description: 'The side on which the parties agreed at `from`; null unless the verdict was AGREE.',
      resolve: ({ row }) => row.before.side,
    }),
    sideAfter: t.field({
      type: Side,
      nullable: true,
      description: 'The side on which the parties agreed at `to`; null unless the verdict was AGREE.',
      resolve: ({ row }) => row.after.side,
    }),
    cells: t.field({
      type: [ComparisonCellChange],
      description: 'The cells that changed, in the order of `parties`; at least one.',
      extensions: cost({ points: overCells, rows: partiesCompared }),
      resolve: ({ before, after, row }) => row.cells.map((change) => ({ before, after, change })),
    }),
    documents: t.field({
      type: [Document],
      description: 'The documents that show the changes, without duplicates.',
      extensions: cost({
        points: (args, around) =>
          overCells(args, around) + (around.parties + around.blocs * around.ledger.largestBloc) * readFromDatabase,
      }),
      async resolve({ before, after, row }, _args, context) {
        const lists = await Promise.all(row.cells.map((change) => documentsOf({ before, after, change }, context)));
        return [...new Map(lists.flat().map((document) => [document.id, document])).values()];
      },
    }),
  }),
});

const ChangeDepth = builder.enumType('ChangeDepth', {
  description: 'What counts as a change.',
  values: {
    POSITION: { description: 'Only changes of state or position.' },
    STANCE: { description: 'Also the same position from another stance, or from a corrected version of the stance.' },
    CITATION: { description: 'Also changed citations of the same stance.' },
  } as const,
});

/** Whether the citations of the stance at a row index differ between two revisions. Reads the database only if they may. */
async function recitedBetween({ before, after }: Points, { snapshot, database }: Context) {
  const revisions = [before.scope.asKnownAt, after.scope.asKnownAt];
  const [from, to] = [Math.min(...revisions), Math.max(...revisions)];
  if (from === to) return () => false;
  const ids = await readRecitedStances(database.prisma, from, to);
  return (stanceRow: number) => ids.has(snapshot.stances.id[stanceRow] as number);
}

builder.objectField(Comparison, 'changes', (t) =>
  t.connection({
    type: ComparisonChange,
    description:
      'What changed between two points in time and which documents show it, ordered by key of the issue, then of the proposition. `from` may be later than `to`.',
    args: {
      from: t.arg({ type: PointInput, required: true, description: 'The point in time to compare from.' }),
      to: t.arg({ type: PointInput, required: true, description: 'The point in time to compare to.' }),
      depth: t.arg({
        type: ChangeDepth,
        defaultValue: 'STANCE',
        description: 'What counts as a change. Default: STANCE.',
      }),
    },
    // Two comparisons are made and compared cell by cell.
    extensions: cost({
      points: ({ depth }, around) =>
        4 * cellPoints(around) +
        2 * derivingPoints(around) +
        (depth === 'POSITION' ? 0 : 2 * around.propositions * receiptPoints(around)) +
        around.propositions +
        (depth === 'CITATION' ? listedFromDatabase : 0),
      around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
    }),
    async resolve({ parties, scope, policy }, args, context) {
      const at = (name: 'from' | 'to') =>
        rememberedComparison(context.snapshot, parties, scopeAt(scope, args[name], name, context), policy);
      const points = { before: at('from'), after: at('to') };
      const depth = args.depth ?? 'STANCE';
      const recited = depth === 'CITATION' ? await recitedBetween(points, context) : () => false;
      const rows = comparisonChanges(points.before, points.after, depth, recited);
      const { edges, ...page } = connectionOf(
        rows,
        args,
        context.pageSizes,
        ({ proposition }) => `change ${proposition.key}`,
      );
      return { ...page, edges: edges.map(({ cursor, node: row }) => ({ cursor, node: { ...points, row } })) };
    },
  }),
);
