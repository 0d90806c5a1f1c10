import { issuesOf } from '#comparison/issues-of.ts';
import type { Proposition as PropositionRow } from '#snapshot/catalogue.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { Issue } from '../issue/issue.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';
import { PropositionKind } from './proposition-kind.ts';
import { RollCall } from './roll-call.ts';

export const Proposition = builder.objectRef<PropositionRow>('Proposition');

builder.objectType(Proposition, {
  description: 'One sentence that can be supported or opposed.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Proposition', ({ id }) => id)),
    key: t.exposeString('key', {
      description: 'Stable slug, such as `tw-inalienable`, or `unga-` and a number for a roll call.',
    }),
    kind: t.expose('kind', { type: PropositionKind, description: 'Claim or roll call.' }),
    text: t.exposeString('text', { description: 'The sentence.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'How positions on it are read; null when nothing needs saying.',
    }),
    rollCall: t.expose('rollCall', { type: RollCall, nullable: true, description: 'The vote; null for a claim.' }),
    issues: t.field({
      description: 'The issues that it is about, by key; a claim has one or more, a roll call none to four.',
      type: [Issue],
      resolve: ({ ordinal, knownAt }, _args, { snapshot }) => {
        const revision = knownAt ?? snapshot.revision;
        return issuesOf(snapshotAt(snapshot, revision), ordinal, revision);
      },
    }),
  }),
});

loadNodesOf('Proposition', (id, { snapshot }) => snapshot.propositions.byId.get(rowNumber(id)) ?? null);
