import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Square } from '../../../src/agreement/structure/square.ts';

/** Debian's own Python: packages python3-numpy and python3-scipy. */
const python = '/usr/bin/python3';

export const isPythonThere = (): boolean => spawnSync(python, ['-c', 'import numpy, scipy']).status === 0;

/** As Debian's packages set it up, whatever this machine's other uses ask of OpenBLAS. */
function usualEnvironment(): NodeJS.ProcessEnv {
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...others } = process.env;
  return others;
}

/** Gives the work a way to have numpy or scipy do theirs on the distances, which answers how many milliseconds it took. */
export async function withPython<Result>(
  { size, values }: Square,
  work: (run: (what: 'eigh' | 'linkage') => Promise<number>) => Promise<Result>,
): Promise<Result> {
  const script = fileURLToPath(new URL('./peer.py', import.meta.url));
  const child = spawn(python, [script], { env: usualEnvironment(), stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.write(`${size} ${Array.from(values).join(' ')}\n`);
  try {
    return await work(async (what) => {
      child.stdin.write(`${what}\n`);
      const { value } = await lines.next();
      return Number(value);
    });
  } finally {
    child.stdin.end();
    if (child.exitCode === null) await once(child, 'exit');
  }
}
