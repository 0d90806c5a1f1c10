import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import type { Launcher } from './launcher.ts';
import { runningPostmaster } from './postmaster.ts';

/** Stops the server with that process number, if it still is the one of the cluster; waits at most half a minute. */
export async function stopServer(cluster: Cluster, pid: number, binaries: Binaries, launcher: Launcher): Promise<void> {
  const running = await runningPostmaster(cluster);
  if (running?.pid !== pid) return;
  await launcher.run(binaries.pg_ctl, ['stop', '-w', '-s', '-m', 'fast', '-t', '30'], {
    env: { PGDATA: cluster.folder },
  });
}
