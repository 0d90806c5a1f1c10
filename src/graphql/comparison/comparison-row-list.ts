import { byIssue, type ComparisonRow as RowShape, rowsShown, sinceOf, spreadIn } from '#comparison/comparison-rows.ts';
import { highestFirst } from '#comparison/proposition-order.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { historyPoints } from '../cost/bloc-points.ts';
import { cost } from '../cost/field-cost.ts';
import { cellPoints } from '../cost/points.ts';
import { Comparison } from './comparison.ts';
import { ComparisonRow, Verdict } from './comparison-row.ts';

const descending = (by: (row: RowShape) => number | null) => (rows: readonly RowShape[]) =>
  highestFirst(byIssue(rows), (row) => by(row) ?? Number.NEGATIVE_INFINITY);

/** Rows that are equal in these stay in the order of issue and key. */
const orders = {
  ISSUE: byIssue,
  PROPOSITION: (rows: readonly RowShape[]) => rows.toSorted((a, b) => (a.proposition.key < b.proposition.key ? -1 : 1)),
  SPREAD_DESC: descending(spreadIn),
  SINCE_DESC: descending((row) => sinceOf(row)?.day ?? null),
} as const;

const ComparisonRowOrder = builder.enumType('ComparisonRowOrder', {
  description: 'Sort orders for the rows of a comparison.',
  values: {
    ISSUE: { description: 'By key of the issue, then by key of the proposition.' },
    PROPOSITION: { description: 'By key of the proposition.' },
    SPREAD_DESC: { description: 'By spread, largest first.' },
    SINCE_DESC: { description: 'By date of the verdict, latest first.' },
  } as const,
});

builder.objectField(Comparison, 'rows', (t) =>
  t.connection({
    type: ComparisonRow,
    description:
      'One row per proposition in scope on which at least one of the parties holds a position or was absent.',
    args: {
      verdicts: t.arg({
        type: [Verdict],
        description:
          'Only rows with these verdicts. Default: all except UNKNOWN; for a single party, whose rows are all UNKNOWN, only UNKNOWN.',
      }),
      minimumHolders: t.arg.int({
        defaultValue: 0,
        description:
          'Only rows on which at least so many of the parties hold a position, so that two of twelve are not listed as if all agreed; at least 0. Default: 0.',
      }),
      orderBy: t.arg({
        type: ComparisonRowOrder,
        defaultValue: 'ISSUE',
        description: 'Sort order. Default: by issue, then key.',
      }),
    },
    extensions: cost({
      points: ({ orderBy }, around) =>
        cellPoints(around) +
        1.5 * around.propositions +
        (orderBy === 'SINCE_DESC' ? around.propositions * historyPoints(around) : 0),
      around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
    }),
    resolve(comparison, args, { pageSizes }) {
      const minimum = args.minimumHolders ?? 0;
      if (minimum < 0) throw apiError('BAD_INPUT', `minimumHolders: found ${minimum}, expected at least 0.`);
      const rows = rowsShown(comparison, args.verdicts, minimum);
      return connectionOf(orders[args.orderBy ?? 'ISSUE'](rows), args, pageSizes, ({ proposition }) => proposition.key);
    },
  }),
);
