import { standing } from '#ledger/compare/look-up.ts';
import { propositionsInScope } from '#ledger/compare/propositions-in-scope.ts';
import { resolveScope } from '#ledger/compare/resolve-scope.ts';
import { searchSnapshot } from '#ledger/search/search-snapshot.ts';
import { type Proposition as PropositionRow, rowAt } from '#ledger/snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { type Order, searchable } from '../connection/searchable.ts';
import { listCost, propositionsIn } from '../cost/list-cost.ts';
import { knownAtArg, ledgerAt } from '../scope/point-args.ts';
import { RollCallFilter } from '../scope/roll-call-filter.ts';
import { Proposition } from './proposition.ts';
import { PropositionKind } from './proposition-kind.ts';

const tabled = ({ rollCall }: PropositionRow) => rollCall?.tabledOn ?? Number.NEGATIVE_INFINITY;

const byKey: Order<PropositionRow> = (a, b) => (a.key < b.key ? -1 : 1);
const orders = {
  KEY: byKey,
  TABLED_DESC: (a: PropositionRow, b: PropositionRow) => tabled(b) - tabled(a) || byKey(a, b),
};

const PropositionOrder = builder.enumType('PropositionOrder', {
  description: 'Orders of propositions.',
  values: {
    KEY: { description: 'By key.' },
    TABLED_DESC: { description: 'The latest roll call first, claims last.' },
  } as const,
});

builder.queryField('proposition', (t) =>
  t.field({
    description: 'A proposition by its key, as known at a revision; null when there is none.',
    type: Proposition,
    nullable: true,
    args: { key: t.arg.string({ required: true, description: '`tw-inalienable` …' }), ...knownAtArg },
    resolve: (_root, { key, asKnownAt }, context) => standing(ledgerAt(asKnownAt, context).propositions, key),
  }),
);

builder.queryField('propositions', (t) =>
  t.connection({
    description: 'What can be supported or opposed: claims and roll calls.',
    type: Proposition,
    args: {
      ...knownAtArg,
      issues: t.arg.stringList({ description: 'Keys of issues: only propositions about any of them.' }),
      kinds: t.arg({ type: [PropositionKind], description: 'Only these kinds; default: both.' }),
      rollCalls: t.arg({ type: RollCallFilter, description: 'Which roll calls; says nothing about claims.' }),
      search: t.arg.string({
        description: 'Words of the text, or the beginning of a symbol; accents and small typos are forgiven.',
      }),
      orderBy: t.arg({ type: PropositionOrder, description: 'Default: by key; by likeness when `search` is given.' }),
    },
    extensions: listCost(propositionsIn),
    resolve(_root, args, context) {
      const { issues, rollCalls, asKnownAt } = args;
      const ledger = ledgerAt(asKnownAt, context);
      const kinds = args.kinds ?? (['CLAIM', 'ROLL_CALL'] as const);
      const scope = resolveScope(context.snapshot, { issues, kinds, rollCalls, asKnownAt }, context);
      const rows = propositionsInScope(ledger, scope).map((ordinal) => rowAt(ledger.propositions, ordinal));
      const present = rows.filter(({ retired }) => !retired);
      const order = args.orderBy ? orders[args.orderBy] : null;
      const search = (text: string) => searchSnapshot(ledger, 'propositions', text);
      return connectionOf(searchable(present, args.search, search, order, byKey), args, ({ key }) => key);
    },
  }),
);
