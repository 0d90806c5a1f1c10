import type { Issue as IssueRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';
import { Tier } from './tier.ts';

export const Issue = builder.objectRef<IssueRow>('Issue');

builder.objectType(Issue, {
  description: 'An issue: something that parties disagree about, such as Taiwan or NATO enlargement.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Issue', ({ id }) => id)),
    key: t.exposeString('key', { description: 'Stable slug, such as `taiwan`.' }),
    name: t.exposeString('name', { description: 'English name, such as `Taiwan`.' }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: 'What the issue is about, in one sentence; null when there is no summary.',
    }),
    tier: t.expose('tier', { type: Tier, description: 'How closely the issue is curated.' }),
  }),
});

loadNodesOf('Issue', (id, { snapshot }) => snapshot.issues.byId.get(rowNumber(id)) ?? null);
