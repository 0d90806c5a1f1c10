import { clusterVersion } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';
import type { ServerTools } from './server-tools.ts';

/** The major version of the programs, `18` for instance. */
export async function programVersion({
  binaries,
  launcher,
}: Pick<ServerTools, 'binaries' | 'launcher'>): Promise<string> {
  const { output } = await launcher.run(binaries.postgres, ['--version']);
  return /\d+/.exec(output)?.[0] ?? output;
}

/**
 * PostgreSQL reads the data of its own major version only.
 * @throws EmbeddedError `DATA_OF_ANOTHER_VERSION`
 */
export async function requireSameVersion(tools: Pick<ServerTools, 'cluster' | 'binaries' | 'launcher'>): Promise<void> {
  const made = await clusterVersion(tools.cluster);
  const ours = await programVersion(tools);
  if (made === ours) return;
  const message = `The data in ${tools.cluster.folder} was created by PostgreSQL ${made}, but this version of Concord includes PostgreSQL ${ours}. Set CONCORD_DATA_DIR to another folder, or run PostgreSQL ${made} on this data and set DATABASE_URL to it.`;
  throw new EmbeddedError('DATA_OF_ANOTHER_VERSION', message);
}
