import { searchEverything, searchKinds } from '#comparison/search-everything.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { cost, type LedgerSizes, type RawArguments } from '../cost/field-cost.ts';
import { partiesIn, propositionsIn, searchPoints } from '../cost/points.ts';
import { knownAtArg, knownAtOf } from '../scope/point.ts';
import { SearchHit, SearchKind } from './search-hit.ts';

const rowsOf = {
  PARTY: partiesIn,
  ISSUE: ({ issues }: LedgerSizes) => issues,
  CLAIM: propositionsIn,
  ROLL_CALL: propositionsIn,
  DOCUMENT: ({ documents }: LedgerSizes) => documents,
  PASSAGE: ({ passages }: LedgerSizes) => passages,
} as const;

/** Rows that are searched for each of the kinds asked for. */
function searched({ kinds }: RawArguments, ledger: LedgerSizes): number[] {
  const asked = kinds == null ? searchKinds : searchKinds.filter((kind) => [kinds].flat().includes(kind));
  return asked.map((kind) => rowsOf[kind](ledger));
}

builder.queryField('search', (t) =>
  t.connection({
    description:
      'Searches everything: parties by all their names, issues, propositions, documents and passages. Those that fit best come first; of equal ones in the order of the kinds, then the latest.',
    type: SearchHit,
    args: {
      text: t.arg.string({
        required: true,
        description:
          'Search words, all of which have to be found, or the beginning of a code or symbol. Ignores accents and case and tolerates small typos. 1 to 200 characters.',
      }),
      kinds: t.arg({ type: [SearchKind], description: 'Only these kinds. Default: all.' }),
      ...knownAtArg,
    },
    extensions: cost({
      points: (args, { ledger }) =>
        searched(args, ledger).reduce((points, rows) => points + rows / 8 + searchPoints(args.text, rows), 50),
      around: (args, { page, ledger }) => ({
        page: Math.min(
          page,
          searched(args, ledger).reduce((sum, rows) => sum + rows, 0),
        ),
      }),
    }),
    resolve(_root, { text, kinds, asKnownAt, ...page }, context) {
      const knownAt = knownAtOf(asKnownAt, context);
      const ledger = snapshotAt(context.snapshot, knownAt);
      const hits = searchEverything(ledger, text, kinds ?? searchKinds, knownAt);
      const views = hits.map((hit) => ({ ...hit, ledger, knownAt }));
      return connectionOf(views, page, context.pageSizes, ({ kind, row }) => `${kind} ${row.key}`);
    },
  }),
);
