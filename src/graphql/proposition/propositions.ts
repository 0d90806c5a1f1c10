import { standingInOrder } from '#comparison/list-documents.ts';
import { standing } from '#comparison/look-up.ts';
import { isInScope, resolveScope } from '#comparison/scope.ts';
import { orders as voteOrders } from '#comparison/votes/list-votes.ts';
import { searchSnapshot } from '#snapshot/search/search-snapshot.ts';
import { builder } from '../builder.ts';
import { connectionOf, found } from '../connection.ts';
import { listCost, propositionsIn } from '../cost/points.ts';
import { knownAtArg, ledgerAt } from '../scope/point.ts';
import { RollCallFilter } from '../scope/scope.ts';
import { Proposition } from './proposition.ts';
import { PropositionKind } from './proposition-kind.ts';

/** Equal ones follow their keys. */
const orders = { KEY: null, TABLED_DESC: voteOrders.TABLED_DESC } as const;

const PropositionOrder = builder.enumType('PropositionOrder', {
  description: 'Sort orders for propositions.',
  values: {
    KEY: { description: 'By key, ascending.' },
    TABLED_DESC: { description: 'Latest roll call first; claims last.' },
  } as const,
});

builder.queryField('proposition', (t) =>
  t.field({
    description: 'A proposition by its key, as known at a revision; null when it does not exist.',
    type: Proposition,
    nullable: true,
    args: {
      key: t.arg.string({ required: true, description: 'Key of the proposition, such as `tw-inalienable`.' }),
      ...knownAtArg,
    },
    resolve: (_root, { key, asKnownAt }, context) => standing(ledgerAt(asKnownAt, context).propositions, key),
  }),
);

builder.queryField('propositions', (t) =>
  t.connection({
    description: 'Propositions that parties can support or oppose: claims and roll calls.',
    type: Proposition,
    args: {
      ...knownAtArg,
      issues: t.arg.stringList({ description: 'Keys of issues; only propositions about at least one of them.' }),
      kinds: t.arg({ type: [PropositionKind], description: 'Only these kinds. Default: both.' }),
      rollCalls: t.arg({ type: RollCallFilter, description: 'Restricts roll calls; does not affect claims.' }),
      search: t.arg.string({
        description:
          'Search words from the text, synonyms of them, or the beginning of a symbol. Ignores accents, takes British and American spellings and tolerates small typos.',
      }),
      orderBy: t.arg({
        type: PropositionOrder,
        description: 'Sort order. Default: by key; by relevance when `search` is given.',
      }),
    },
    extensions: listCost(propositionsIn),
    resolve(_root, args, context) {
      const { issues, rollCalls, asKnownAt } = args;
      const ledger = ledgerAt(asKnownAt, context);
      const kinds = args.kinds ?? (['CLAIM', 'ROLL_CALL'] as const);
      const scope = resolveScope(context.snapshot, { issues, kinds, rollCalls, asKnownAt }, context);
      const { search } = args;
      const ranks = search == null ? null : searchSnapshot(ledger, 'propositions', search, scope.asKnownAt);
      const inScope = isInScope(ledger, scope);
      const order = args.orderBy ?? 'KEY';
      const rows = standingInOrder(ledger.propositions, order, orders[order]).filter(
        ({ ordinal }) => inScope[ordinal] === 1,
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
