import type { TestProject } from 'vitest/node';
import { seedOnce } from '#cli/seed-once.ts';
import { fastestTmpdir, makeScratchFolder, openThrowAwayServer } from '#postgres/embedded/scratch-folder.ts';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { openDatabase } from '#postgres/open-database.ts';
import { createDatabase, disconnect, dropDatabases, urlOf } from './test-databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server that the tests share; its own database is not for use. */
    testServer: string;
    /** A folder for files of the run, removed with what runs in it when the run ends or is interrupted. */
    scratch: string;
  }
}

/**
 * One server for the whole run: CONCORD_TEST_DATABASE_URL, or a throw-away embedded one. On it two databases that every test file clones
 * what it needs from: `migrated`, and `seeded` with the seed files besides.
 */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.CONCORD_TEST_DATABASE_URL;
  const server = given ? { url: given, close: async () => {} } : await openThrowAwayServer();
  const scratch = makeScratchFolder(fastestTmpdir());
  const tearDown = async () => {
    await dropDatabases(server.url);
    await disconnect(server.url);
    await server.close();
    scratch.remove();
  };
  try {
    await dropDatabases(server.url);
    await createDatabase(server.url, 'migrated');
    const migrated = await openDatabase(urlOf(server.url, 'migrated'));
    await applyMigrations(migrated).finally(migrated.close);
    await createDatabase(server.url, 'seeded', 'migrated');
    const seeded = await openDatabase(urlOf(server.url, 'seeded'));
    await seedOnce(seeded).finally(seeded.close);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('testServer', server.url);
  project.provide('scratch', scratch.path);
  return tearDown;
}
