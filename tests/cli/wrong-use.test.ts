import { expect, test } from 'vitest';
import { runConcord } from './run-concord.ts';

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

test('a wrong variable is wrong use, told in a sentence', async () => {
  const { code, stderr } = await runConcord(['migrate'], { PORT: 'http' });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'PORT: found "http", expected a port number from 0 to 65535.\n',
  });
});

test('a database that does not answer is a failure, told in a sentence without a stack', async () => {
  const { code, stderr } = await runConcord(['migrate'], { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/none' });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      'No database answers at 127.0.0.1:1/none: connect ECONNREFUSED 127.0.0.1:1. Start the server, or correct DATABASE_URL.\n',
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
