import { issuesOf } from '#comparison/look-up.ts';
import { isVote } from '#comparison/votes/vote-title.ts';
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
      description: 'Stable slug, such as `tw-inalienable`; for a roll call `unga-` followed by a number.',
    }),
    kind: t.expose('kind', { type: PropositionKind, description: 'Whether it is a claim or a roll call.' }),
    text: t.exposeString('text', { description: 'The sentence that is supported or opposed, in English.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'How positions on it are to be read; null when it needs no note.',
    }),
    rollCall: t.field({
      type: RollCall,
      nullable: true,
      description: 'Details of the vote; null for a claim.',
      resolve: (proposition) => (isVote(proposition) ? proposition : null),
    }),
    issues: t.field({
      description:
        'The issues that it is about, ordered by key: at least one for a claim, zero to four for a roll call.',
      type: [Issue],
      resolve: ({ ordinal, knownAt }, _args, { snapshot }) => {
        const revision = knownAt ?? snapshot.revision;
        return issuesOf(snapshotAt(snapshot, revision), ordinal, revision);
      },
    }),
  }),
});

loadNodesOf('Proposition', (id, { snapshot }) => snapshot.propositions.byId.get(rowNumber(id)) ?? null);
