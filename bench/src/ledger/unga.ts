import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { concordMain } from '../run/child.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/unga', import.meta.url));

/** The folder with the real roll calls; null when it, or the command that imports them, is not there. */
export function ungaFolder(): string | null {
  if (!existsSync(folder)) return null;
  const { stdout } = spawnSync(process.execPath, [concordMain, 'import', 'unga', '--help'], { encoding: 'utf8' });
  return stdout.includes('--dir') ? folder : null;
}

/** The arguments with which Node imports a folder of roll calls. */
export const importArguments = (dir: string): string[] => [concordMain, 'import', 'unga', '--dir', dir];
