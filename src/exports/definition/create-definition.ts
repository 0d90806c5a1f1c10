import type { Prisma } from '#postgres/generated/client.ts';
import { ExportError } from '../export-error.ts';
import { checkDefinition, type Definition, type Surroundings } from './definition.ts';
import { recordOf } from './definition-record.ts';

/**
 * Stores a new definition. The worker sees it within seconds.
 * @throws ExportError `INVALID_EXPORT`, `EXPORT_EXISTS`
 */
export async function createDefinition(
  prisma: Prisma.TransactionClient,
  definition: Definition,
  { createdBy, ...surroundings }: Surroundings & { readonly createdBy: string },
) {
  checkDefinition(definition, surroundings);
  const data = { ...recordOf(definition), createdBy };
  const [created] = await prisma.exportDefinition.createManyAndReturn({ data: [data], skipDuplicates: true });
  if (created !== undefined) return created;
  throw new ExportError('EXPORT_EXISTS', `An export ${definition.name} already exists. Amend it, or remove it first.`);
}
