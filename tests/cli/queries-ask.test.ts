import { expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';
import { runConcord } from './run-concord.ts';

const database = useDatabase('seeded');
const server = useServer(database);

const ask = (...args: string[]) => runConcord(['queries', 'ask', ...args], { DATABASE_URL: database.url });

test('a stored query is answered with the table of its address, for the values given', async () => {
  const values = ['left=nato', 'right=null', 'scope.asOf=2026-01-15'];
  const { code, stdout, stderr } = await ask('wedges', ...values);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const table = await fetch(new URL(`/q/wedges.csv?${values.join('&')}`, server.url()));
  expect(stdout).toBe((await table.text()).replaceAll('\r\n', '\n'));
  expect(stdout.split('\n').length).toBeGreaterThan(3);
});

test('as JSON it is a line for each row', async () => {
  const { stdout } = await ask('nearest', 'party=CN', 'among=RU,US', 'scope.asOf=2026-01-15', '--json');
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map(({ party }) => party)).toEqual(['RU', 'US']);
  expect(rows[0].value).toBeGreaterThan(rows[1].value);
});

test('a value that does not fit is refused with its name', async () => {
  expect(await ask('wedges', 'lefts=nato')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^lefts: found an unknown parameter, expected left\.\n$/),
  });
  expect(await ask('wedges', 'nato')).toMatchObject({
    code: 1,
    stderr: 'Found "nato", expected a value such as parties=CN,RU.\n',
  });
  expect(await ask('comparison', 'parties=CN,XX')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('There is no party with the key or name "XX".'),
  });
  const unknown = await ask('nearest', 'party=Narnia');
  expect(unknown).toMatchObject({ code: 1, stdout: '' });
  expect(unknown.stderr).toContain('There is no party with the key or name "Narnia".');
});
