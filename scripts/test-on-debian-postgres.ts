import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openThrowAwayServer } from '#postgres/embedded/scratch-folder.ts';

// Runs the tests on PostgreSQL 15 as Debian packages it, the oldest that Concord accepts: npm run test:postgres15

const folder = '/usr/lib/postgresql/15/bin';

if (!existsSync(folder)) {
  console.error(`There is no ${folder}. Install it with: apt-get install postgresql-15`);
  process.exit(2);
}

const program = (name: string): string => join(folder, name);
const binaries = { postgres: program('postgres'), initdb: program('initdb'), pg_ctl: program('pg_ctl') };
const server = await openThrowAwayServer({ binaries });
const env = { ...process.env, CONCORD_TEST_DATABASE_URL: server.url };
const tests = spawn('vitest', ['run', ...process.argv.slice(2)], { env, stdio: 'inherit' });
const [code] = await once(tests, 'close');
await server.close();
process.exitCode = code ?? 1;
