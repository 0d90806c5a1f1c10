import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#postgres/open-database.ts';
import { useDatabase } from '../support/database.ts';
import { certificateFor } from './certificate.ts';
import { behindTls } from './tls-front.ts';

const database = useDatabase('empty');
const certificate = certificateFor('localhost');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-tls-'));
  await writeFile(join(folder, 'ca.pem'), certificate.cert);
  await writeFile(join(folder, 'other.pem'), certificateFor('localhost').cert);
});
afterAll(() => rm(folder, { recursive: true }));

/** Opens an address with parameters; what the connection is, or the error. */
async function opened(address: URL, parameters: Readonly<Record<string, string>>): Promise<string> {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  try {
    const there = await openDatabase(url.href);
    const client = await there.pool.connect();
    const { encrypted } = (client as unknown as { connection: { stream: { encrypted?: boolean } } }).connection.stream; // pg does not tell otherwise
    client.release();
    await there.close();
    return encrypted ? 'TLS' : 'plain';
  } catch (error) {
    return String(error);
  }
}

const ca = () => ({ sslrootcert: join(folder, 'ca.pem') });
const otherCa = () => ({ sslrootcert: join(folder, 'other.pem') });

describe('a server without TLS', () => {
  test.each([
    ['disable', /^plain$/],
    ['prefer', /^plain$/],
    ['require', /does not offer TLS, which sslmode of DATABASE_URL requires/],
    ['verify-full', /does not offer TLS, which sslmode of DATABASE_URL requires/],
  ])('is met by sslmode=%s as by libpq', async (sslmode, expected) => {
    expect(await opened(new URL(database.url), { sslmode })).toMatch(expected);
  });
});

describe('a server with TLS', () => {
  const notAccepted = /The certificate of the server at .* was not accepted/;
  test.each([
    ['prefer', '127.0.0.1', () => ({}), /^TLS$/],
    ['require', '127.0.0.1', () => ({}), /^TLS$/],
    ['require', '127.0.0.1', otherCa, notAccepted],
    ['verify-ca', '127.0.0.1', ca, /^TLS$/],
    ['verify-ca', 'localhost', otherCa, notAccepted],
    ['verify-full', 'localhost', ca, /^TLS$/],
    ['verify-full', '127.0.0.1', ca, notAccepted],
    ['verify-full', 'localhost', () => ({}), notAccepted],
    ['verify-full', 'localhost', () => ({ sslrootcert: 'system' }), notAccepted],
  ] as const)('is met by sslmode=%s at %s as by libpq (%#)', async (sslmode, host, parameters, expected) => {
    const address = await behindTls(database.url, host, certificate);
    expect(await opened(address, { sslmode, ...parameters() })).toMatch(expected);
  });

  test('is not asked with a file that is not there', async () => {
    const said = await opened(new URL(database.url), { sslmode: 'verify-full', sslrootcert: '/nowhere/ca.pem' });
    expect(said).toContain('sslrootcert of DATABASE_URL: found /nowhere/ca.pem, which cannot be read');
  });
});
