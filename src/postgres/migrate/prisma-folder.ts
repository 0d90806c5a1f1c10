import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Migration {
  /** Name of its folder, which begins with its time. */
  readonly name: string;
  readonly sql: string;
}

const prismaFolder = fileURLToPath(new URL('../../../prisma', import.meta.url));

/** Folder of the migrations, one folder each. */
export const migrationsFolder = join(prismaFolder, 'migrations');

/** The migrations of this Concord, in the order in which they are applied. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = async (name: string) => ({
    name,
    sql: await readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8'),
  });
  return Promise.all(names.sort().map(read));
}

/** The text of schema.prisma. */
export const readSchema = (): Promise<string> => readFile(join(prismaFolder, 'schema.prisma'), 'utf8');
