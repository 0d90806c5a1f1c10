import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

// The programs that read these files say whether they are right: from Debian's packages, where they are installed.

const hasProgram = (name: string) => spawnSync(name, ['--version']).error === undefined;

/** A file of deploy with some of its text replaced, in a folder of its own. */
function changedCopy(path: string, changes: readonly (readonly [from: RegExp, to: string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const text = changes.reduce((text, [from, to]) => text.replace(from, to), readFileSync(path, 'utf8'));
  const copy = join(folder, path.split('/').at(-1) as string);
  writeFileSync(copy, text);
  return copy;
}

function run(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

test.skipIf(!hasProgram('haproxy')).each(['concord.cfg', 'postgres.cfg'])('HAProxy takes %s', (name) => {
  const { status, output } = run('haproxy', '-c', '-f', join('deploy/haproxy', name));
  expect(output.match(/\[ALERT\].*/g)).toBeNull();
  // The names are nobody's here.
  expect(
    output.split('\n').filter((line) => line.includes('[WARNING]') && !line.includes('could not resolve')),
  ).toEqual([]);
  expect(status).toBe(0);
});

test.skipIf(!hasProgram('haproxy'))('HAProxy would say what is wrong', () => {
  const copy = changedCopy('deploy/haproxy/concord.cfg', [[/retry-on conn-failure/, 'retry-on sometimes']]);
  expect(run('haproxy', '-c', '-f', copy).status).not.toBe(0);
});

const units = readdirSync('deploy/systemd');

test.skipIf(!hasProgram('systemd-analyze')).each(units)('systemd takes %s', (name) => {
  const copy = changedCopy(join('deploy/systemd', name), [
    [/\/opt\/concord\/node_modules\/\.bin\/node/, process.execPath],
  ]);
  expect(run('systemd-analyze', 'verify', copy)).toEqual({ status: 0, output: '' });
});

test('units start commands that there are, and give them the time that they take to stop', () => {
  for (const name of units) {
    const unit = readFileSync(join('deploy/systemd', name), 'utf8');
    const [, command] = /^ExecStart=\S+ src\/cli\/main\.ts (\w+)$/m.exec(unit) ?? [];
    expect(readdirSync('src/cli/commands').map((file) => file.replace('.ts', ''))).toContain(command);
    if (command !== 'migrate') expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(10);
  }
});

test.skipIf(!hasProgram('patroni'))('Patroni takes patroni.yml, but for addresses that are nobody’s here', () => {
  const { output } = run('patroni', '--validate-config', 'deploy/patroni/patroni.yml');
  const problems = output.split('\n').filter((line) => line !== '');
  expect(
    problems.filter((line) => !/Name or service not known|not reachable|name resolution|does not exist/.test(line)),
  ).toEqual([]);
});
