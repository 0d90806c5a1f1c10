import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openThrowAwayServer } from '#postgres/embedded/scratch-folder.ts';
import { migrationsFolder, readMigrations } from '#postgres/migrate/prisma-folder.ts';
import { schemaDifference } from './schema-engine/schema-difference.ts';

// Writes the migration that leads from the migrations there are to prisma/schema.prisma: npm run migration -- a-name

const [name] = process.argv.slice(2);

if (name === undefined || !/^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/.test(name)) {
  console.error('Usage: npm run migration -- NAME, where NAME says what changes: add-api-keys');
  process.exit(2);
}

const server = await openThrowAwayServer();
try {
  const sql = await schemaDifference(server.url, await readMigrations());
  if (sql === null) {
    console.log('Nothing to write: the migrations and prisma/schema.prisma say the same.');
  } else {
    const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(migrationsFolder, `${time}_${name.replaceAll('-', '_')}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'migration.sql'), sql);
    console.log(
      `Wrote ${relative(process.cwd(), folder)}/migration.sql. Read it, and add what a Prisma schema cannot say.`,
    );
  }
} finally {
  await server.close();
}
