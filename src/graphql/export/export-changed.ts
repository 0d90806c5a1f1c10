import { readDefinition } from '#exports/definition/list-definitions.ts';
import { ExportError } from '#exports/export-error.ts';
import { keptRuns } from '#exports/worker/run-record.ts';
import type { Prisma } from '#postgres/generated/client.ts';
import { listSources } from '#stored-queries/list-sources.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { InvalidInputError, Managed, type ManagedView } from '../write/results.ts';
import { Refused } from '../write/run-write.ts';
import { Export, type ListedDefinition } from './export.ts';

/** What a mutation of exports shows. */
export interface ExportChangedView {
  readonly export: ListedDefinition | null;
}

export const ExportChanged = builder.objectRef<ExportChangedView & ManagedView>('ExportChanged').implement({
  description: 'Result: an export was created, amended or removed.',
  interfaces: [Managed],
  fields: (t) => ({
    export: t.expose('export', {
      type: Export,
      nullable: true,
      description: 'The export after the change; null when it was removed.',
    }),
  }),
});

/** An export as it is now. */
export const showExport = async ({ name }: { readonly name: string }, { database }: Context) => ({
  export: await readDefinition(database.prisma, name, keptRuns),
});

/** What a definition may name. */
export const surroundingsOf = async (tx: Prisma.TransactionClient, { engine, destinations }: Context) => ({
  sources: await listSources(tx, engine),
  destinations,
});

/** Does something with exports; that a name is taken or unknown becomes the answer of the mutation. */
export async function orExportRefused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    const expected = error.code === 'EXPORT_EXISTS' ? 'another name' : 'the name of an export';
    throw new Refused(new InvalidInputError([{ at: 'input.name', found: error.message.replace(/\.$/, ''), expected }]));
  }
}
