import type { Prisma } from '#postgres/generated/client.ts';
import { checkDefinition, type Definition, type Surroundings } from './definition.ts';
import { definitionOf, recordOf } from './definition-record.ts';
import { findDefinition } from './find-definition.ts';

/**
 * Changes a definition; its name and undefined fields keep their values. Published versions are not changed.
 * @throws ExportError `INVALID_EXPORT`, `UNKNOWN_EXPORT`
 */
export async function amendDefinition(
  prisma: Prisma.TransactionClient,
  name: string,
  changes: { readonly [Field in keyof Omit<Definition, 'name'>]?: Definition[Field] | undefined },
  surroundings: Surroundings,
) {
  const before = await findDefinition(prisma, name);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const definition: Definition = { ...definitionOf(before), ...given };
  checkDefinition(definition, surroundings);
  const isRescheduled = definition.schedule !== before.schedule || definition.zone !== before.zone;
  // Another schedule begins now: when it would have come due before is not made up for.
  const data = { ...recordOf(definition), ...(isRescheduled && { caughtUpTo: new Date() }) };
  return prisma.exportDefinition.update({ where: { id: before.id }, data });
}
