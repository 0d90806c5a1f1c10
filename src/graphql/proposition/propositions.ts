import { standing } from '#comparison/look-up.ts';
import { propositionsInScope } from '#comparison/propositions-in-scope.ts';
import { resolveScope } from '#comparison/resolve-scope.ts';
import { standingInOrder } from '#comparison/standing-in-order.ts';
import type { Proposition as PropositionRow } from '#snapshot/catalogue.ts';
import { searchSnapshot } from '#snapshot/search/search-snapshot.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { found } from '../connection/found.ts';
import { listCost, propositionsIn } from '../cost/list-cost.ts';
import { knownAtArg, ledgerAt } from '../scope/point-args.ts';
import { RollCallFilter } from '../scope/roll-call-filter.ts';
import { Proposition } from './proposition.ts';
import { PropositionKind } from './proposition-kind.ts';

const tabled = ({ rollCall }: PropositionRow) => rollCall?.tabledOn ?? Number.NEGATIVE_INFINITY;

/** Equal ones follow their keys. */
const orders = {
  KEY: null,
  TABLED_DESC: (a: PropositionRow, b: PropositionRow) => Math.sign(tabled(b) - tabled(a)) || 0,
} as const;

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
      const { search } = args;
      const ranks = search == null ? null : searchSnapshot(ledger, 'propositions', search, scope.asKnownAt);
      const inScope = new Set(propositionsInScope(ledger, scope));
      const order = args.orderBy ?? 'KEY';
      const rows = standingInOrder(ledger.propositions, order, orders[order]).filter(({ ordinal }) =>
        inScope.has(ordinal),
      );
      return connectionOf(
        found(rows, ranks, args.orderBy ? 'AS_ORDERED' : 'BEST_FIRST'),
        args,
        context.pageSizes,
        ({ key }) => key,
      );
    },
  }),
);
