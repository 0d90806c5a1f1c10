import { readRevision, readRevisions } from '#ledger/read/revisions.ts';
import type { RevisionModel } from '#postgres/generated/models.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import type { Context } from '../context.ts';
import { askedOfDatabase, listedFromDatabase } from '../cost/database-points.ts';
import { cost } from '../cost/field-cost.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';

export const Revision = builder.objectRef<RevisionModel>('Revision');

builder.objectType(Revision, {
  description: 'One committed change of the ledger.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Revision', ({ number }) => number)),
    number: t.exposeInt('number', { description: 'From 1, without gaps; every answer names the one that it is of.' }),
    time: t.expose('time', { type: 'DateTime', description: 'When it was committed.' }),
    author: t.exposeString('author', { description: 'Who made it.' }),
    source: t.exposeString('source', { description: 'Where it comes from, such as `seeds`.' }),
    message: t.exposeString('message', { description: 'Why it was made.' }),
    digest: t.string({
      description:
        'SHA-256 over the digest before it and all that it added, amended and retired: 64 hex digits. Two ledgers with a revision of the same digest agree on everything up to it. `number:digest` is what `Concord-At-Least-Revision` takes.',
      resolve: digestOf,
    }),
  }),
});

/** The digest of a revision that was committed, in hex digits. */
export function digestOf({ number, digest }: RevisionModel): string {
  if (digest === null) throw new Error(`revision ${number} was committed without a digest`);
  return Buffer.from(digest).toString('hex');
}

/** The revision of a number that the ledger gave. */
export async function revisionOf(number: number, { database }: Context): Promise<RevisionModel> {
  const revision = await readRevision(database.pool, number);
  if (revision === null) throw new Error(`revision ${number} is named and not there`);
  return revision;
}

loadNodesOf('Revision', (id, { database }) => readRevision(database.pool, rowNumber(id)));

builder.queryField('revision', (t) =>
  t.field({
    description: 'A revision by its number; null when there is none.',
    type: Revision,
    nullable: true,
    args: { number: t.arg.int({ required: true, description: 'From 1.' }) },
    extensions: cost({ points: askedOfDatabase }),
    resolve: (_root, { number }, { database, snapshot }) =>
      number > snapshot.revision ? null : readRevision(database.pool, number),
  }),
);

builder.queryField('revisions', (t) =>
  t.connection({
    description: 'The changes of the ledger, the newest first.',
    type: Revision,
    args: {
      source: t.arg.string({ description: 'Only of this source, such as `seeds`.' }),
      author: t.arg.string({ description: 'Only by this author.' }),
      timeFrom: t.arg({ type: 'DateTime', description: 'Only those committed at this moment or later.' }),
      timeBefore: t.arg({ type: 'DateTime', description: 'Only those committed before this moment.' }),
    },
    extensions: cost({ points: listedFromDatabase }),
    async resolve(_root, args, { database, snapshot, pageSizes }) {
      const filter = {
        source: args.source ?? undefined,
        author: args.author ?? undefined,
        from: args.timeFrom ?? undefined,
        before: args.timeBefore ?? undefined,
      };
      const rows = await readRevisions(database.prisma, filter, snapshot.revision);
      return connectionOf(rows, args, pageSizes, (row) => `revision ${row.number} ${digestOf(row)}`);
    },
  }),
);
