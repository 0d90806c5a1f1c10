import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { makeScratchFolder } from '#postgres/embedded/scratch-folder.ts';
import { useDatabase } from '../support/database.ts';
import { type BuiltStage, buildImage } from './build-image.ts';
import { readDockerfile } from './dockerfile.ts';
import { runInImage, startInImage } from './run-in-image.ts';

// Without a container engine: the steps of the Dockerfile are done in folders, so what stays untried is the base image alone. It installs
// all packages anew, which takes most of a minute, so it is for CI and for who changes the Dockerfile.
const asked = process.env.CONCORD_TEST_IMAGE === '1';

describe.skipIf(!asked)('the image of the Dockerfile (built only with CONCORD_TEST_IMAGE=1)', () => {
  const empty = useDatabase('empty');
  let image: BuiltStage;
  let environment: Record<string, string>;

  beforeAll(async () => {
    const scratch = makeScratchFolder();
    // The user of the image must get there.
    await chmod(scratch.path, 0o711);
    image = await buildImage(readDockerfile(readFileSync('Dockerfile', 'utf8')), process.cwd(), scratch.path);
    environment = { ...databaseVariables(), HOST: '127.0.0.1', PORT: String(await freePort()), LOG_LEVEL: 'warn' };
    return scratch.remove;
  }, 300_000);

  /** As docker-compose.yml has it: the password in a variable of its own. */
  function databaseVariables() {
    const url = new URL(empty.url);
    const password = decodeURIComponent(url.password);
    url.password = '';
    return { DATABASE_URL: url.href, PGPASSWORD: password };
  }

  const concord = (...args: readonly string[]) => [...image.stage.entrypoint, ...args];
  const healthy = async () => (await runInImage(image, image.stage.healthcheck, environment)).code === 0;

  test('has the packages that Concord runs on, and none that only developing it needs', async () => {
    const folders = ['LICENSE', 'dist', 'node_modules', 'package.json', 'prisma', 'seeds', 'src'];
    expect((await readdir(image.folder)).sort()).toEqual(folders);
    const lock = JSON.parse(readFileSync(join(image.folder, 'node_modules/.package-lock.json'), 'utf8'));
    const unneeded = Object.entries<{ dev?: true; optional?: true; devOptional?: true }>(lock.packages).filter(
      ([, { dev, optional, devOptional }]) => dev || optional || devOptional,
    );
    expect(unneeded).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(lock.packages).toMatchObject(
      Object.fromEntries(Object.keys(dependencies).map((name) => [`node_modules/${name}`, {}])),
    );
  });

  test('says, without a database, that DATABASE_URL is missing', async () => {
    const { code, stdout, stderr } = await runInImage(image, concord(...image.stage.command), {});
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('set DATABASE_URL to your own server.\n');
  });

  test('migrates an empty database, seeds it, answers, is healthy exactly while it does, and ends by its signal', async () => {
    expect(await runInImage(image, concord('migrate'), environment)).toMatchObject({ code: 0, stderr: '' });

    expect(await healthy()).toBe(false);
    const server = startInImage(image, concord(...image.stage.command), environment);
    onTestFinished(() => void server.kill('SIGKILL'));
    const stderr = text(server.stderr);
    const exit = once(server, 'exit');
    const started = vi.waitFor(async () => expect(await healthy()).toBe(true), { timeout: 120_000, interval: 200 });
    await Promise.race([started, exit]);
    // Else only the time that has passed would tell.
    if (server.exitCode !== null) throw new Error(await stderr);

    const response = await fetch(`http://127.0.0.1:${environment.PORT}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ agreement(parties: ["CN", "RU"]) { value } dataset { revision } }' }),
    });
    const data = { agreement: { value: expect.any(Number) }, dataset: { revision: 1 } };
    expect(await response.json()).toEqual({ data });
    const page = await fetch(`http://127.0.0.1:${environment.PORT}/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);

    server.kill(image.stage.stopSignal as NodeJS.Signals); // the Dockerfile's, which the next line shows to be one
    expect(await exit).toEqual([0, null]);
    expect(await stderr).toBe('');
    expect(await healthy()).toBe(false);
  }, 180_000);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number }; // it listens on an address and port
  server.close();
  await once(server, 'close');
  return port;
}
