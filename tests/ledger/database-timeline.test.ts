import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { readHead } from '#ledger/head.ts';
import { isSameTimeline, readTimeline, type Timeline } from '#postgres/database-timeline.ts';
import { useDatabase } from '../support/database.ts';

const migrated = useDatabase('migrated');
const empty = useDatabase('empty');

test('a connection tells which server, which timeline, and which ledger it leads to', async () => {
  const { ledger } = await readHead(migrated.pool);
  const timeline = await readTimeline(migrated.pool);
  expect(timeline).toEqual({
    systemIdentifier: expect.stringMatching(/^\d+$/),
    timeline: 1,
    inRecovery: false,
    ledger,
  });
  expect(await readTimeline(empty.pool)).toEqual({ ...timeline, ledger: null });
});

test('to whom the server tells less, it tells what is left', async () => {
  const role = `concord_test_${randomBytes(6).toString('hex')}`;
  const client = await migrated.pool.connect();
  onTestFinished(async () => {
    await client.query(
      `RESET ROLE; GRANT EXECUTE ON FUNCTION pg_control_system() TO PUBLIC; DROP OWNED BY ${role}; DROP ROLE ${role}`,
    );
    client.release();
  });
  await client.query(`CREATE ROLE ${role}; GRANT SELECT ON revision_counter TO ${role};
    REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC; SET ROLE ${role}`);
  const { ledger } = await readHead(migrated.pool);
  expect(await readTimeline(client)).toEqual({ systemIdentifier: null, timeline: 1, inRecovery: false, ledger });
});

const here: Timeline = { systemIdentifier: '7', timeline: 3, inRecovery: false, ledger: 'a' };

test.each([
  ['another server', { systemIdentifier: '8' }, false],
  ['another timeline', { timeline: 4 }, false],
  ['another ledger', { ledger: 'b' }, false],
  ['no ledger', { ledger: null }, false],
  ['a standby of it', { inRecovery: true }, true],
  ['a server that does not tell who it is', { systemIdentifier: null, timeline: null }, true],
] as const)('compared with %s', (_what, other, expected) => {
  expect(isSameTimeline(here, { ...here, ...other })).toBe(expected);
});
