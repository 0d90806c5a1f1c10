import type { RevisionModel } from '#ledger/generated/models.ts';
import { readRevision, readRevisions } from '#ledger/read/revisions.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { askedOfDatabase, listedFromDatabase } from '../cost/database-points.ts';
import { cost } from '../cost/field-cost.ts';
import { loadNodesOf, rowNumber } from '../node/node.ts';

export const Revision = builder.objectRef<RevisionModel>('Revision');

builder.node(Revision, {
  description: 'One committed change of the ledger.',
  id: { resolve: ({ number }) => number },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'From 1, without gaps; every answer names the one that it is of.' }),
    time: t.expose('time', { type: 'DateTime', description: 'When it was committed.' }),
    author: t.exposeString('author', { description: 'Who made it.' }),
    source: t.exposeString('source', { description: 'Where it comes from, such as `seeds`.' }),
    message: t.exposeString('message', { description: 'Why it was made.' }),
  }),
});

loadNodesOf('Revision', (id, { database }) => readRevision(database.prisma, rowNumber(id)));

builder.queryField('revision', (t) =>
  t.field({
    description: 'A revision by its number; null when there is none.',
    type: Revision,
    nullable: true,
    args: { number: t.arg.int({ required: true, description: 'From 1.' }) },
    extensions: cost({ points: askedOfDatabase }),
    resolve: (_root, { number }, { database, snapshot }) =>
      number > snapshot.revision ? null : readRevision(database.prisma, number),
  }),
);

builder.queryField('revisions', (t) =>
  t.connection({
    description: 'The changes of the ledger, the newest first.',
    type: Revision,
    args: { source: t.arg.string({ description: 'Only of this source, such as `seeds`.' }) },
    extensions: cost({ points: listedFromDatabase }),
    resolve: async (_root, args, { database, snapshot }) =>
      connectionOf(
        await readRevisions(database.prisma, args.source ?? null, snapshot.revision),
        args,
        ({ number }) => `revision ${number}`,
      ),
  }),
);
