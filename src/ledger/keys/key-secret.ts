import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config/read-config.ts';

/**
 * The secret with which API keys are hashed: CONCORD_KEY_SECRET, or with the embedded server one that is made once and kept beside it. Null
 * with another server and no CONCORD_KEY_SECRET: then there are no keys. docs/decisions/api-keys.md says why.
 */
export async function keySecretOf(
  config: Pick<Config, 'keySecret' | 'databaseUrl' | 'databaseReadUrl' | 'dataDirectory'>,
): Promise<string | null> {
  if (config.keySecret !== null) return config.keySecret;
  return (config.databaseUrl ?? config.databaseReadUrl) === null ? secretIn(config.dataDirectory) : null;
}

async function secretIn(folder: string): Promise<string> {
  const file = join(folder, 'key-secret');
  const before = await readFile(file, 'utf8').catch(absent);
  if (before !== null) return before;
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(folder, { recursive: true });
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    // A link, because it appears complete or not at all, and never replaces what another process made.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, 'utf8');
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
