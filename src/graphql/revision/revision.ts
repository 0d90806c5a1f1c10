import { readRevision, readRevisions } from '#ledger/read/revisions.ts';
import type { RevisionModel } from '#postgres/generated/models.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import type { Context } from '../context.ts';
import { askedOfDatabase, cost, listedFromDatabase } from '../cost/field-cost.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';

export const Revision = builder.objectRef<RevisionModel>('Revision');

builder.objectType(Revision, {
  description: 'One committed change to the ledger.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Revision', ({ number }) => number)),
    number: t.exposeInt('number', {
      description: 'Revision number, from 1 without gaps. Every response names the revision that it was computed from.',
    }),
    time: t.expose('time', { type: 'DateTime', description: 'When it was committed, in UTC.' }),
    author: t.exposeString('author', { description: 'Name of the person or program that made it.' }),
    source: t.exposeString('source', {
      description: "The source of its records: `seeds`, `unga` or an API key's name.",
    }),
    message: t.exposeString('message', { description: 'Why it was made, as stated by the author.' }),
    digest: t.string({
      description:
        'SHA-256 over the previous digest and everything that this revision added, amended and retired: 64 hex digits. Two ledgers in which a revision has the same digest are identical up to that revision. Send `number:digest` as the `Concord-At-Least-Revision` header.',
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
  if (revision === null) throw new Error(`revision ${number} is referenced but missing`);
  return revision;
}

loadNodesOf('Revision', (id, { database }) => readRevision(database.pool, rowNumber(id)));

builder.queryField('revision', (t) =>
  t.field({
    description: 'A revision by its number; null when it does not exist.',
    type: Revision,
    nullable: true,
    args: { number: t.arg.int({ required: true, description: 'Revision number, from 1.' }) },
    extensions: cost({ points: askedOfDatabase }),
    resolve: (_root, { number }, { database, snapshot }) =>
      number > snapshot.revision ? null : readRevision(database.pool, number),
  }),
);

builder.queryField('revisions', (t) =>
  t.connection({
    description: 'The changes to the ledger, newest first.',
    type: Revision,
    args: {
      source: t.arg.string({ description: 'Only revisions from this source, such as `seeds`.' }),
      author: t.arg.string({ description: 'Only revisions by this author.' }),
      timeFrom: t.arg({ type: 'DateTime', description: 'Only revisions committed at this time or later.' }),
      timeBefore: t.arg({ type: 'DateTime', description: 'Only revisions committed before this time.' }),
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
