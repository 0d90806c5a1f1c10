import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { BuiltStage } from './build-image.ts';

/** Starts a program in an image that was built: as its user when we are root, else as ourselves; nothing of our environment reaches it. */
export function startInImage(
  image: BuiltStage,
  [program = '', ...args]: readonly string[],
  env: Record<string, string>,
) {
  const [uid, gid] = (image.stage.user ?? '').split(':').map(Number);
  return spawn(program, args, {
    cwd: image.folder,
    env: { ...image.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(process.getuid?.() === 0 ? { uid, gid } : {}),
  });
}

/** Runs a program in an image to its end. */
export async function runInImage(image: BuiltStage, program: readonly string[], env: Record<string, string>) {
  const child = startInImage(image, program, env);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}
