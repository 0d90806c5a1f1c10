import { chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashInputs } from './inputs.ts';
import { packFiles } from './pack-files.ts';
import { viteConfig } from './vite-config.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const built = join(project, 'dist');
/** Says of which inputs the page was built; written last. */
const stampName = '.built-from';

/** Builds the page into the folder dist unless what is there is current. Says whether it built. The folder is replaced whole or not at all. */
export async function buildPage(): Promise<boolean> {
  const inputs = await hashInputs(project);
  const stamp = await readFile(join(built, stampName), 'utf8').catch(() => null);
  if (stamp === inputs) return false;
  // Loaded only now: an installation without what builds can serve a page that was built before.
  const { build } = await import('vite');
  const folder = await mkdtemp(join(project, '.dist-'));
  try {
    await build({ ...viteConfig, build: { ...viteConfig.build, outDir: folder } });
    await packFiles(folder);
    // A temporary folder is for its owner alone; the server may be somebody else.
    await chmod(folder, 0o755);
    await writeFile(join(folder, stampName), inputs);
    await rm(built, { recursive: true, force: true });
    await rename(folder, built);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return true;
}
