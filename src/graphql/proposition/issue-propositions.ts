import { propositionsInScope } from '#ledger/compare/propositions-in-scope.ts';
import { resolveScope } from '#ledger/compare/resolve-scope.ts';
import { rowAt } from '#ledger/snapshot/snapshot.ts';
import { snapshotAt } from '#ledger/snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { Issue } from '../issue/issue.ts';
import { Proposition } from './proposition.ts';

builder.objectField(Issue, 'propositions', (t) =>
  t.connection({
    type: Proposition,
    description: 'What can be supported or opposed about it, claims and roll calls, by key.',
    resolve({ key, knownAt }, args, { snapshot, today }) {
      const scope = resolveScope(snapshot, { issues: [key], kinds: ['CLAIM', 'ROLL_CALL'], asKnownAt: knownAt }, today);
      const ledger = snapshotAt(snapshot, scope.asKnownAt);
      const rows = propositionsInScope(ledger, scope).map((ordinal) => rowAt(ledger.propositions, ordinal));
      const standing = rows.filter(({ retired }) => !retired).toSorted((a, b) => (a.key < b.key ? -1 : 1));
      return connectionOf(standing, args, (row) => row.key);
    },
  }),
);
