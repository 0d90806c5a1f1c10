import { standingInOrder } from '#comparison/list-documents.ts';
import { searchSnapshot } from '#snapshot/search/search-snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf, found } from '../connection.ts';
import { listCost } from '../cost/points.ts';
import { knownAtArg, knownAtOf } from '../scope/point.ts';
import { Passage, PassageKind } from './passage.ts';

builder.queryField('passages', (t) =>
  t.connection({
    description:
      'What documents say, whether or not it shows a stance. Sorted by key, or by relevance when `search` is given.',
    type: Passage,
    args: {
      ...knownAtArg,
      kinds: t.arg({ type: [PassageKind], description: 'Only passages of these kinds.' }),
      search: t.arg.string({
        description:
          'Search words from the speaker, the verb, the key phrase and the note. Ignores accents, takes British and American spellings and tolerates small typos.',
      }),
    },
    extensions: listCost(({ passages }) => passages),
    resolve(_root, { asKnownAt, kinds, search, ...page }, context) {
      const knownAt = knownAtOf(asKnownAt, context);
      const ledger = snapshotAt(context.snapshot, knownAt);
      const ranks = search == null ? null : searchSnapshot(ledger, 'passages', search, knownAt);
      const rows = standingInOrder(ledger.passages, 'KEY').filter(({ kind }) => kinds?.includes(kind) ?? true);
      const listed = found(rows, ranks, 'BEST_FIRST').map((passage) => ({ ...passage, knownAt }));
      return connectionOf(listed, page, context.pageSizes, ({ key }) => key);
    },
  }),
);
