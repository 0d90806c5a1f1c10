import { createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config/read-config.ts';

/** An API key as its owner sends it: `concord_` for people and secret scanners, a handle to look it up by, 256 random bits. */
export interface Token {
  readonly handle: string;
  readonly text: string;
}

const form = /^concord_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;

export function makeToken(): Token {
  const handle = randomBytes(8).toString('hex');
  return { handle, text: `concord_${handle}_${randomBytes(32).toString('base64url')}` };
}

/** The token that a text is, or null when it has not the form of one. */
export function parseToken(text: string): Token | null {
  const handle = form.exec(text)?.[1];
  return handle === undefined ? null : { handle, text };
}

/** What is stored of a token: 32 bytes that cannot be computed without the server's secret. */
export const digestOf = ({ text }: Token, secret: string): Buffer => createHmac('sha256', secret).update(text).digest();

/**
 * The secret with which API keys are hashed: CONCORD_KEY_SECRET, or with the embedded server one that is made once and kept beside it. Null
 * with another server and no CONCORD_KEY_SECRET: then there are no keys. docs/decisions/api-keys.md says why.
 */
export async function keySecretOf(
  config: Pick<Config, 'keySecret' | 'databaseUrl' | 'dataDirectory'>,
): Promise<string | null> {
  if (config.keySecret !== null) return config.keySecret;
  return config.databaseUrl === null ? secretIn(config.dataDirectory) : null;
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
