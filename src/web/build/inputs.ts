import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A hash of all inputs of the page's build in the folder of the project. */
export async function hashInputs(project: string): Promise<string> {
  const paths = ['package-lock.json'];
  for await (const path of glob(['src/web/**/*.*', 'src/agreement/**/*.ts'], { cwd: project }))
    paths.push(path.replaceAll('\\', '/'));
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(`${path}\0`).update(await readFile(join(project, path)));
  return hash.digest('hex');
}
