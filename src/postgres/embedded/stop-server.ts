import { runningPostmaster } from './postmaster.ts';
import type { ServerTools } from './server-tools.ts';

/** Stops the server with that process number, if it still is the one of the cluster; waits at most half a minute. */
export async function stopServer({ cluster, binaries, launcher }: ServerTools, pid: number): Promise<void> {
  const running = await runningPostmaster(cluster);
  if (running?.pid !== pid) return;
  await launcher.run(binaries.pg_ctl, ['stop', '-w', '-s', '-m', 'fast', '-t', '30'], {
    env: { PGDATA: cluster.folder },
  });
}
