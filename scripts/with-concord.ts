import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildPage } from '../src/web/build/build-page.ts';

/** Runs `use` with the address of a Concord: the given one, or one with the seed files in a folder that goes afterwards. */
export async function withConcord(given: string | undefined, use: (address: string) => Promise<void>): Promise<void> {
  if (given !== undefined) return use(given);
  await buildPage();
  const data = await mkdtemp(join(tmpdir(), 'concord-'));
  const { DATABASE_URL: _, ...environment } = process.env;
  const server = spawn(
    process.execPath,
    [fileURLToPath(new URL('../src/cli/main.ts', import.meta.url)), 'serve', '--json'],
    {
      env: { ...environment, PORT: '0', CONCORD_DATA_DIR: data, LOG_LEVEL: 'fatal' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    for await (const line of createInterface({ input: server.stdout })) {
      await use((JSON.parse(line) as { readonly explorer: string }).explorer); // it tells its places in the first line
      break;
    }
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    await rm(data, { recursive: true, force: true });
  }
}
