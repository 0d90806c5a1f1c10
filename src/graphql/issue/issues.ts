import { alphabetically, standingInOrder } from '#comparison/list-documents.ts';
import { standing } from '#comparison/look-up.ts';
import type { Issue as IssueRow } from '#snapshot/catalogue.ts';
import { searchSnapshot } from '#snapshot/search/search-snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf, found } from '../connection.ts';
import { listCost } from '../cost/points.ts';
import { knownAtArg, knownAtOf, ledgerAt } from '../scope/point.ts';
import { Issue } from './issue.ts';

/** Equal ones follow their keys. */
const orders = {
  KEY: null,
  NAME: (a: IssueRow, b: IssueRow) => alphabetically(a.name, b.name),
} as const;

const IssueOrder = builder.enumType('IssueOrder', {
  description: 'Sort orders for issues.',
  values: { KEY: { description: 'By key, ascending.' }, NAME: { description: 'By name, ascending.' } } as const,
});

builder.queryField('issue', (t) =>
  t.field({
    description: 'An issue by its key, as known at a revision; null when it does not exist.',
    type: Issue,
    nullable: true,
    args: { key: t.arg.string({ required: true, description: 'Key of the issue, such as `taiwan`.' }), ...knownAtArg },
    resolve: (_root, { key, asKnownAt }, context) => standing(ledgerAt(asKnownAt, context).issues, key),
  }),
);

builder.queryField('issues', (t) =>
  t.connection({
    description: 'Issues: what parties disagree about, such as Taiwan or NATO enlargement.',
    type: Issue,
    args: {
      ...knownAtArg,
      search: t.arg.string({
        description:
          'Search words from a name or summary, or synonyms of them. Ignores accents, takes British and American spellings and tolerates small typos.',
      }),
      orderBy: t.arg({
        type: IssueOrder,
        description: 'Sort order. Default: by key; by relevance when `search` is given.',
      }),
    },
    extensions: listCost(({ issues }) => issues),
    resolve(_root, args, context) {
      const revision = knownAtOf(args.asKnownAt, context);
      const ledger = snapshotAt(context.snapshot, revision);
      const { search } = args;
      const ranks = search == null ? null : searchSnapshot(ledger, 'issues', search, revision);
      const order = args.orderBy ?? 'KEY';
      const rows = standingInOrder(ledger.issues, order, orders[order]);
      return connectionOf(
        found(rows, ranks, args.orderBy ? 'AS_ORDERED' : 'BEST_FIRST'),
        args,
        context.pageSizes,
        ({ key }) => key,
      );
    },
  }),
);
