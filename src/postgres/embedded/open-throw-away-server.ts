import { type EmbeddedOptions, type EmbeddedServer, openEmbeddedServer } from './open-embedded-server.ts';
import { makeScratchFolder } from './scratch-folder.ts';

// Nothing on it is worth a disk write.
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' };

/**
 * Starts an embedded server of one's own in a temporary folder, fast instead of durable, for tests and for writing migrations. It goes
 * with its data when it is closed or this process ends.
 */
export async function openThrowAwayServer(options: Pick<EmbeddedOptions, 'binaries'> = {}): Promise<EmbeddedServer> {
  const folder = makeScratchFolder();
  const { url, close } = await openEmbeddedServer({ ...options, dataDirectory: folder.path, settings });
  return { url, close: () => close().finally(folder.remove) };
}
