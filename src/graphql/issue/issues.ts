import { standing } from '#ledger/compare/look-up.ts';
import { searchSnapshot } from '#ledger/search/search-snapshot.ts';
import type { Issue as IssueRow } from '#ledger/snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { type Order, searchable } from '../connection/searchable.ts';
import { listCost } from '../cost/list-cost.ts';
import { knownAtArg, ledgerAt } from '../scope/point-args.ts';
import { Issue } from './issue.ts';

const orders = {
  KEY: (a, b) => (a.key < b.key ? -1 : 1),
  NAME: (a, b) => a.name.localeCompare(b.name, 'en'),
} as const satisfies Record<string, Order<IssueRow>>;

const IssueOrder = builder.enumType('IssueOrder', {
  description: 'Orders of issues.',
  values: { KEY: { description: 'By key.' }, NAME: { description: 'By name.' } } as const,
});

builder.queryField('issue', (t) =>
  t.field({
    description: 'An issue by its key, as known at a revision; null when there is none.',
    type: Issue,
    nullable: true,
    args: { key: t.arg.string({ required: true, description: '`taiwan`, `nato-enlargement` …' }), ...knownAtArg },
    resolve: (_root, { key, asKnownAt }, context) => standing(ledgerAt(asKnownAt, context).issues, key),
  }),
);

builder.queryField('issues', (t) =>
  t.connection({
    description: 'What is contended.',
    type: Issue,
    args: {
      ...knownAtArg,
      search: t.arg.string({ description: 'Words of a name or summary; accents and small typos are forgiven.' }),
      orderBy: t.arg({ type: IssueOrder, description: 'Default: by key; by likeness when `search` is given.' }),
    },
    extensions: listCost(({ issues }) => issues),
    resolve(_root, args, context) {
      const snapshot = ledgerAt(args.asKnownAt, context);
      const rows = snapshot.issues.list.filter(({ retired }) => !retired);
      const order = args.orderBy ? orders[args.orderBy] : null;
      const sorted = searchable(
        rows,
        args.search,
        (text) => searchSnapshot(snapshot, 'issues', text),
        order,
        orders.KEY,
      );
      return connectionOf(sorted, args, ({ key }) => key);
    },
  }),
);
