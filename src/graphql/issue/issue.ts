import type { Issue as IssueRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';
import { Tier } from './tier.ts';

export const Issue = builder.objectRef<IssueRow>('Issue');

builder.objectType(Issue, {
  description: 'What is contended.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Issue', ({ id }) => id)),
    key: t.exposeString('key', { description: 'Stable slug, such as `taiwan`.' }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: 'What it is about, in a sentence; null when nobody wrote one.',
    }),
    tier: t.expose('tier', { type: Tier, description: 'How closely it is curated.' }),
  }),
});

loadNodesOf('Issue', (id, { snapshot }) => snapshot.issues.byId.get(rowNumber(id)) ?? null);
