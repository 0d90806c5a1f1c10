import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { DatabaseError } from './database-error.ts';

const probeMs = 3_000;
const usualPort = 5_432;
/** The message by which a client of PostgreSQL asks for TLS: its length, and a code in place of a version. */
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const files = ['sslrootcert', 'sslcert', 'sslkey'] as const;

/**
 * An address with whose `sslmode` pg does what libpq does: `prefer` takes TLS when the server offers it, `require` does not verify the certificate,
 * `verify-ca` does, and `verify-full` its name too. Whether the server offers TLS is asked once, here; pg cannot go on without.
 * @throws DatabaseError `DATABASE_REFUSED` naming a file of the address that cannot be read
 */
export async function settledAddress(url: string): Promise<string> {
  const address = new URL(url);
  const parameters = address.searchParams;
  const mode = parameters.get('sslmode');
  if (mode === null) return url;
  // The authorities that Node knows are those that libpq calls the system's.
  if (parameters.get('sslrootcert') === 'system') parameters.delete('sslrootcert');
  for (const name of files) await requireReadable(name, parameters.get(name));
  if (mode === 'prefer' && !(await offersTls(address))) parameters.set('sslmode', 'disable');
  parameters.set('uselibpqcompat', 'true');
  return address.href;
}

async function requireReadable(name: string, file: string | null): Promise<void> {
  if (file === null) return;
  await readFile(file).catch((cause: Error) => {
    const text = `${name} of DATABASE_URL: found ${file}, which cannot be read (${cause.message}); expected a file with a certificate or key in PEM.`;
    throw new DatabaseError('DATABASE_REFUSED', text, { cause });
  });
}

/** Whether a server takes TLS. One that cannot be asked is taken to: connecting says what is wrong with it. */
async function offersTls({ hostname, port, searchParams }: URL): Promise<boolean> {
  const host = searchParams.get('host') ?? decodeURIComponent(hostname).replace(/^\[(.+)\]$/, '$1');
  if (host.startsWith('/')) return false; // a socket of this machine
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(Number(searchParams.get('port') ?? (port || usualPort)), host || 'localhost');
  socket.setTimeout(probeMs, () => resolve(true));
  socket.on('connect', () => socket.write(sslRequest));
  socket.on('data', (answer) => resolve(answer.toString('latin1', 0, 1) !== 'N'));
  socket.on('error', () => resolve(true));
  socket.on('close', () => resolve(true));
  try {
    return await promise;
  } finally {
    socket.destroy();
  }
}
