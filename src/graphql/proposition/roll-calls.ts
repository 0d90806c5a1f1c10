import { resolveScope } from '#comparison/scope.ts';
import { listVotes } from '#comparison/votes/list-votes.ts';
import { searchSnapshot } from '#snapshot/search/search-snapshot.ts';
import { builder } from '../builder.ts';
import { connectionOf, found } from '../connection.ts';
import { cost } from '../cost/field-cost.ts';
import { propositionsIn, searchPoints } from '../cost/points.ts';
import { knownAtArg, ledgerAt } from '../scope/point.ts';
import { RollCallFilter } from '../scope/scope.ts';
import { Proposition } from './proposition.ts';
import { VoteResult } from './roll-call.ts';

const RollCallOrder = builder.enumType('RollCallOrder', {
  description: 'Sort orders for roll calls. Equal ones follow the newest, then their keys.',
  values: {
    TABLED_DESC: { description: 'By day of the vote, latest first.' },
    TABLED_ASC: { description: 'By day of the vote, earliest first.' },
    CLOSEST: { description: 'By `margin`, the closest first; those without one last.' },
    RELEVANCE: { description: 'By how well they fit `search`; latest first without it.' },
  } as const,
});

builder.queryField('rollCalls', (t) =>
  t.connection({
    description:
      'Roll calls by their words, symbol, time, issue and result, the latest first. The same rows as `propositions(kinds: [ROLL_CALL])`.',
    type: Proposition,
    args: {
      ...knownAtArg,
      search: t.arg.string({
        description:
          'Search words from the text or the short title, synonyms of them, or the beginning of a symbol. Ignores accents and case, takes British and American spellings and tolerates small typos. 1 to 200 characters.',
      }),
      issues: t.arg.stringList({ description: 'Keys of issues; only roll calls about at least one of them.' }),
      filter: t.arg({ type: RollCallFilter, description: 'Body, session, series and kind of vote.' }),
      symbol: t.arg.string({
        description: 'Beginning of a symbol in any case; `R/74/41`, `A/RES/74/41` and `74/41` are the same.',
      }),
      tabledFrom: t.arg({ type: 'Date', description: 'Only roll calls of this day or later.' }),
      tabledBefore: t.arg({ type: 'Date', description: 'Only roll calls before this day.' }),
      results: t.arg({ type: [VoteResult], description: 'Only roll calls with one of these results.' }),
      mostMargin: t.arg.float({
        description:
          'Only roll calls with at most this `margin`, from 0 to 1: 0.1 for those in which one side had at most 55 per cent of the votes of both.',
      }),
      orderBy: t.arg({ type: RollCallOrder, description: 'Sort order. Default: latest first, with `search` too.' }),
    },
    extensions: cost({
      points: ({ search }, { ledger }) =>
        50 + propositionsIn(ledger) / 3 + searchPoints(search, propositionsIn(ledger)),
      around: (_args, { page, ledger }) => ({ page: Math.min(page, ledger.rollCalls) }),
    }),
    resolve(_root, args, context) {
      const { issues, filter, asKnownAt, search } = args;
      const ledger = ledgerAt(asKnownAt, context);
      const asked = { issues, kinds: ['ROLL_CALL'], rollCalls: filter, asKnownAt } as const;
      const scope = resolveScope(context.snapshot, asked, context);
      const ranks = search == null ? null : searchSnapshot(ledger, 'propositions', search, scope.asKnownAt);
      const order = args.orderBy ?? 'TABLED_DESC';
      const rows = listVotes(
        ledger,
        scope,
        {
          symbol: args.symbol ?? undefined,
          from: args.tabledFrom ?? undefined,
          before: args.tabledBefore ?? undefined,
          results: args.results ?? undefined,
          mostMargin: args.mostMargin ?? undefined,
        },
        order === 'RELEVANCE' ? 'TABLED_DESC' : order,
      );
      const listed = found(rows, ranks, order === 'RELEVANCE' ? 'BEST_FIRST' : 'AS_ORDERED');
      return connectionOf(listed, args, context.pageSizes, ({ key }) => key);
    },
  }),
);
