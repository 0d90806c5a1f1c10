import { propositionsInScope, resolveScope } from '#comparison/scope.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { cost, type LedgerSizes } from '../cost/field-cost.ts';
import { propositionsIn } from '../cost/points.ts';
import { Issue } from '../issue/issue.ts';
import { Proposition } from './proposition.ts';

/** Three times as many as an issue has on average: of all issues together there are no more, though of one there may be. */
const ofOneIssue = (ledger: LedgerSizes) => Math.ceil((3 * propositionsIn(ledger)) / Math.max(1, ledger.issues));

builder.objectField(Issue, 'propositions', (t) =>
  t.connection({
    type: Proposition,
    description: 'Claims and roll calls about this issue, ordered by key.',
    extensions: cost({
      points: (_args, { ledger }) => 20 + propositionsIn(ledger) / 5,
      around: (_args, { page, ledger }) => ({ page: Math.min(page, ofOneIssue(ledger)) }),
    }),
    resolve({ key, knownAt }, args, context) {
      const { snapshot } = context;
      const scope = resolveScope(
        snapshot,
        { issues: [key], kinds: ['CLAIM', 'ROLL_CALL'], asKnownAt: knownAt },
        context,
      );
      const ledger = snapshotAt(snapshot, scope.asKnownAt);
      const rows = propositionsInScope(ledger, scope).map((ordinal) => rowAt(ledger.propositions, ordinal));
      const standing = rows.filter(({ retired }) => !retired).toSorted((a, b) => (a.key < b.key ? -1 : 1));
      return connectionOf(standing, args, context.pageSizes, (row) => row.key);
    },
  }),
);
