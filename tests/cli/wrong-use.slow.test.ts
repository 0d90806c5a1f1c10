import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { concordFile, runConcord } from './run-concord.ts';

test.each([
  ['no command', []],
  ['an unknown command', ['serv']],
  ['an unknown option', ['migrate', '--fast']],
  ['an argument too many', ['serve', 'now']],
])('%s is wrong use: exit code 2, a sentence, nothing on standard output', async (_, args) => {
  const { code, stdout, stderr } = await runConcord(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).not.toBe('');
  expect(stderr).not.toMatch(/^ +at /m);
});

test('an argument that is not UTF-8 is refused, as an author would be spoilt for ever', async () => {
  // Node passes text alone on to programs, so the shell makes the byte.
  const typed = `exec "$0" "$1" import stances my.yaml --author "$(printf 'M\\374ller')"`;
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) =>
    execFile('sh', ['-c', typed, process.execPath, concordFile], (error, _, said) =>
      resolve({ code: error?.code, stderr: said }),
    ),
  );
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'error: argument 5: found bytes that are not UTF-8, or U+FFFD, which stands for such, in "M\uFFFDller"; expected UTF-8 text\nTry --help.\n',
  });
});

test('each wrong variable is told in a sentence, and nothing is begun', async () => {
  const { code, stderr } = await runConcord(['migrate'], { PORT: 'http', DATABASE_URL: 'mysql://me:secret@here/db' });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      'PORT: found "http", expected a port number from 0 to 65535.\nDATABASE_URL: found an invalid value, expected an address such as postgresql://user:password@host:5432/database.\n',
  });
});

test('asking for help or the version is no error, whatever the environment', async () => {
  const help = await runConcord(['--help'], { PORT: 'http' });
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toContain('serve');
  expect(help.stdout).toMatch(/^ {2}PORT +Port of the HTTP server.* \[4000\]$/m);
  expect(await runConcord(['--version'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});
