import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { clusterIn } from '#postgres/embedded/cluster.ts';
import { findPostmaster } from '#postgres/embedded/postmaster.ts';
import { makeDataDirectory } from '../embedded/data-directory.ts';
import { runConcord } from './run-concord.ts';

const isRoot = process.getuid?.() === 0;

const serve = (folder: string, env: Readonly<Record<string, string>> = {}) =>
  runConcord(['serve'], { CONCORD_DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ...env });
const refusal = (stderr: string) => ({ code: 1, stdout: '', stderr: `${stderr}\n` });

async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}

test('data of another major version, and of a server that Concord did not make, are refused and stay as they are', async () => {
  const folder = await makeDataDirectory();
  const data = join(folder, 'postgres');
  await put(data, { PG_VERSION: '17\n' });
  expect(await serve(folder)).toEqual(
    refusal(
      `The data in ${data} was created by PostgreSQL 17, but this version of Concord includes PostgreSQL 18. Set CONCORD_DATA_DIR to another folder, or run PostgreSQL 17 on this data and set DATABASE_URL to it.`,
    ),
  );
  await put(data, { PG_VERSION: '18\n' });
  expect(await serve(folder)).toEqual(
    refusal(
      `${data} contains the data of a PostgreSQL server that Concord did not create. Set CONCORD_DATA_DIR to another folder, or start that server and set DATABASE_URL to it.`,
    ),
  );
  expect(await readdir(data)).toEqual(['PG_VERSION']);
});

test('a folder that is itself the data of a server, or holds something else, is not touched', async () => {
  const folder = await makeDataDirectory();
  await put(join(folder, 'postgres'), { 'thesis.txt': 'The only copy.' });
  expect(await serve(folder)).toEqual(
    refusal(
      `${join(folder, 'postgres')} is not empty and does not contain PostgreSQL data. Move its content, or set CONCORD_DATA_DIR to another folder.`,
    ),
  );
  const server = join(folder, 'main');
  await put(server, { PG_VERSION: '18\n' });
  expect(await serve(server)).toEqual(
    refusal(
      `${server} is itself the data folder of a PostgreSQL server. Set CONCORD_DATA_DIR to another folder, or start that server and set DATABASE_URL to it.`,
    ),
  );
  expect(await readdir(server)).toEqual(['PG_VERSION']);
});

test.skipIf(isRoot)('a folder that is closed to this user is refused with the way out', async () => {
  const folder = await makeDataDirectory();
  await chmod(folder, 0);
  onTestFinished(() => chmod(folder, 0o700));
  const { code, stderr } = await serve(join(folder, 'data'));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The data folder .* cannot be used \(.*\)\. Run Concord as its owner, or/);
});

test.runIf(isRoot)('a folder that the user of the server cannot reach is refused with the way out', async () => {
  const folder = await makeDataDirectory();
  await chmod(folder, 0o700);
  await chown(folder, 0, 0);
  // Without setpriv and unshare there is no way around.
  const { code, stderr } = await serve(join(folder, 'data'), { PATH: '/nowhere' });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^PostgreSQL refuses to run as root, and cannot run as another user here \(it cannot reach .*data\)\. Move Concord to a folder that other users can read, .*\.\n$/,
  );
});

const tmpfs = (place: string, size: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', place], { stdio: 'ignore' });
    onTestFinished(() => void execFileSync('umount', ['-l', place]));
    return true;
  } catch {
    return false;
  }
};

test('a full disk is named as such, when the data are set up and when they are there', async ({ skip }) => {
  const folder = await makeDataDirectory();
  if (!tmpfs(folder, '8m')) skip('this user may not mount a small disk');
  const sentence = `There is no disk space left for the data in ${folder}. Free some, or set CONCORD_DATA_DIR to a folder on another disk.`;
  expect(await serve(folder)).toEqual(refusal(sentence));
  expect(await readdir(folder)).toEqual([]);

  execFileSync('mount', ['-o', 'remount,size=64m', folder]);
  expect(await runConcord(['migrate'], { CONCORD_DATA_DIR: folder })).toMatchObject({ code: 0, stderr: '' });
  execFileSync('sh', ['-c', `cat /dev/zero > ${join(folder, 'other')} 2>&1 || true`]);
  expect(await serve(folder)).toEqual(refusal(sentence));
  expect(await findPostmaster(clusterIn(folder))).toBeNull();
});
