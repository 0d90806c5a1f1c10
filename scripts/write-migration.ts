import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { canonicalFunction } from '#ledger/tables/canonical-sql.ts';
import { tableNames } from '#ledger/tables/ledger-rows.ts';
import { openThrowAwayServer } from '#postgres/embedded/scratch-folder.ts';
import { type Migration, migrationsFolder, readMigrations } from '#postgres/migrate/prisma-folder.ts';
import { breakingStatements } from './breaking-statements.ts';
import { schemaDifference } from './schema-engine/schema-difference.ts';

// Writes the migration that leads from the migrations there are to prisma/schema.prisma: npm run migration -- a-name

const [name] = process.argv.slice(2);

if (name === undefined || !/^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/.test(name)) {
  console.error('Usage: npm run migration -- NAME, where NAME says what changes: add-api-keys');
  process.exit(2);
}

const server = await openThrowAwayServer();
try {
  const migrations = await readMigrations();
  const statements = [await schemaDifference(server.url, migrations), ...changedDigests(migrations)];
  const sql = statements.filter((statement) => statement !== null).join('\n');
  if (sql === '') {
    console.log('Nothing to write: the migrations say the same as prisma/schema.prisma and src/ledger/tables.');
  } else {
    const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const breaking = breakingStatements(sql);
    const kind = breaking.length === 0 ? 'expand_' : '';
    const folder = join(migrationsFolder, `${time}_${kind}${name.replaceAll('-', '_')}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'migration.sql'), sql);
    console.log(
      `Wrote ${relative(process.cwd(), folder)}/migration.sql. Read it, and add what a Prisma schema cannot say.`,
    );
    if (breaking.length > 0)
      console.log(`Servers of the version before must be stopped for it, because of:\n  ${breaking.join('\n  ')}`);
  }
} finally {
  await server.close();
}

/** The functions that give what revisions digest of a table, where its declaration says something else than the migrations. */
function changedDigests(migrations: readonly Migration[]): string[] {
  const said = migrations.map((migration) => migration.sql).join('\n');
  return tableNames.flatMap((table) => {
    const wanted = canonicalFunction(table).replace('CREATE FUNCTION', 'FUNCTION');
    const [head = ''] = wanted.split('(');
    const last = said.slice(said.lastIndexOf(`${head}(`));
    return last.startsWith(wanted) ? [] : [`CREATE OR REPLACE ${wanted}`];
  });
}
