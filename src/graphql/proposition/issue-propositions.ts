import { propositionsInScope } from '#ledger/compare/propositions-in-scope.ts';
import { resolveScope } from '#ledger/compare/resolve-scope.ts';
import { rowAt } from '#ledger/snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { cost } from '../cost/field-cost.ts';
import { listPoints } from '../cost/list-points.ts';
import { Issue } from '../issue/issue.ts';
import { Proposition } from './proposition.ts';

builder.objectField(Issue, 'propositions', (t) =>
  t.connection({
    type: Proposition,
    description: 'What can be supported or opposed about it, claims and roll calls, by key.',
    extensions: cost({ points: (_args, { ledger }) => listPoints({}, ledger.claims + ledger.rollCalls) }),
    resolve({ key }, args, { snapshot, today }) {
      const scope = resolveScope(snapshot, { issues: [key], kinds: ['CLAIM', 'ROLL_CALL'] }, today);
      const rows = propositionsInScope(snapshot, scope).map((ordinal) => rowAt(snapshot.propositions, ordinal));
      const standing = rows.filter(({ retired }) => !retired).toSorted((a, b) => (a.key < b.key ? -1 : 1));
      return connectionOf(standing, args, (row) => row.key);
    },
  }),
);
