import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import type { Launcher } from './launcher.ts';

/** Settings of the server, such as `{ fsync: 'off' }`; plain words and numbers. */
export type ServerSettings = Readonly<Record<string, string>>;

/** What it takes to run the server of a cluster. */
export interface ServerTools {
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  readonly launcher: Launcher;
  readonly settings: ServerSettings;
}
