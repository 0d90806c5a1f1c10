import { chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashInputs } from './inputs.ts';
import { packFiles } from './pack-files.ts';
import { viteConfig } from './vite-config.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const built = join(project, 'dist');
/** Contains the hash of the inputs of the built page; written last. */
const stampName = '.built-from';

/** Builds the page to the folder dist unless it is current. Returns whether it was built. The folder is replaced completely or not at all. */
export async function buildPage(): Promise<boolean> {
  const inputs = await hashInputs(project);
  const stamp = await readFile(join(built, stampName), 'utf8').catch(() => null);
  if (stamp === inputs) return false;
  // Loaded lazily: an installation without build tools can serve a page that was built before.
  const { build } = await import('vite');
  const folder = await mkdtemp(join(project, '.dist-'));
  try {
    await build({ ...viteConfig, build: { ...viteConfig.build, outDir: folder } });
    await packFiles(folder);
    // Only its owner can read a temporary folder; the server may run as another user.
    await chmod(folder, 0o755);
    await writeFile(join(folder, stampName), inputs);
    await rm(built, { recursive: true, force: true });
    await rename(folder, built);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return true;
}
