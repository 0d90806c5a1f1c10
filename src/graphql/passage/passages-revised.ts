import { readPassagesByKey } from '#ledger/read/passages.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Revised, type RevisedView } from '../write/results.ts';
import { Passage, type PassageView } from './passage.ts';

export const PassagesRevised = builder
  .objectRef<RevisedView & { readonly passages: readonly PassageView[] }>('PassagesRevised')
  .implement({
    description: 'Result: the passages were recorded or amended, or already had this content.',
    interfaces: [Revised],
    fields: (t) => ({
      passages: t.field({
        type: [Passage],
        description: 'The passages named in the input, in the same order, as known at `revision`.',
        resolve: ({ passages }) => [...passages],
      }),
    }),
  });

/** What a mutation of passages shows. */
export async function showPassages(keys: readonly string[], { database, snapshot }: Context) {
  const passages = await readPassagesByKey(database.prisma, keys);
  return { passages: passages.map((passage) => ({ ...passage, knownAt: snapshot.revision })) };
}
