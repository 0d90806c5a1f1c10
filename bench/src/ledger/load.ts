import { spawnSync } from 'node:child_process';
import { note } from '../run/note.ts';
import { generateRollCalls, realRollCalls } from './generate.ts';
import { withClient } from './server.ts';
import { importArguments } from './unga.ts';

/** Fills a seeded ledger with the real roll calls of a folder, or with as many made-up ones. Says which. */
export async function loadRollCalls(url: string, folder: string | null): Promise<string> {
  if (folder !== null) {
    const { status, stderr } = spawnSync(process.execPath, importArguments(folder), {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: url },
    });
    if (status === 0) {
      await withClient(url, (client) => client.query('VACUUM ANALYZE'));
      return 'the roll calls of the UN General Assembly (shared/data/unga)';
    }
    note(`The import failed, so made-up roll calls are used instead: ${stderr.trim().split('\n').at(-1)}`);
  }
  await withClient(url, (client) => generateRollCalls(client, realRollCalls));
  return 'made-up roll calls (bench/src/ledger/generate.ts)';
}
