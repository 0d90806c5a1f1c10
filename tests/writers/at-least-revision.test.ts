import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { stance, useWriter } from './writer.ts';

const database = useDatabase('migrated');
const writer = useWriter(database);
const elsewhere = useWriter(database, 'elsewhere'); // another server
beforeAll(() => say(database, world));

test('what one server wrote, another shows to whoever asks for that revision', async () => {
  for (let day = 1; day <= 10; day++) {
    const heldFrom = `2015-03-${String(day).padStart(2, '0')}`;
    const { revision } = await writer.write('recordStances', { stances: [stance({ heldFrom })] });
    const { data } = await elsewhere.ask(
      `{ dataset { revision } stance(key: "tr--tw-part--${heldFrom}") { position } }`,
      {},
      { 'concord-at-least-revision': String(revision?.number) },
    );
    expect(data).toEqual({ dataset: { revision: revision?.number }, stance: { position: 'SUPPORT' } });
  }
});

test('a revision that does not come within two seconds is an error of its own, and soon over', async () => {
  const response = await fetch(elsewhere.url(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'concord-at-least-revision': '100000' },
    body: JSON.stringify({ query: '{ dataset { revision } }' }),
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
  expect((await response.json()).errors[0].extensions).toEqual({ code: 'REVISION_NOT_REACHED' });
});

test('a revision can be named with its digest, or the beginning of it', async () => {
  const { revision } = await writer.write(
    'recordStances',
    { stances: [stance({ heldFrom: '2014-01-01' })] },
    '... on Revised { revision { digest } }',
  );
  const { number, digest } = revision as unknown as { number: number; digest: string }; // it is asked for above
  const question = '{ dataset { revision digest } }';
  for (const sent of [digest, digest.slice(0, 16)]) {
    const { data } = await elsewhere.ask(question, {}, { 'concord-at-least-revision': `${number}:${sent}` });
    expect(data).toEqual({ dataset: { revision: number, digest } });
  }
  const other = digest.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  const { errors } = await elsewhere.ask(question, {}, { 'concord-at-least-revision': `${number}:${other}` });
  expect(errors?.[0]?.extensions?.code).toBe('REVISION_NOT_REACHED');
  expect(errors?.[0]?.message).toContain(`found revision ${number} with digest ${digest}`);
});

test('so can one that others followed', async () => {
  const { data } = await writer.ask<{ revision: { digest: string } }>('{ revision(number: 1) { digest } }');
  const first = data?.revision.digest;
  const asked = await elsewhere.ask('{ party(key: "CN") { name } }', {}, { 'concord-at-least-revision': `1:${first}` });
  expect(asked).toEqual({ data: { party: { name: 'China' } } });
});

test.each(['', 'twelve', '-1', '1.5', '99999999999', '1:', '1:abc', `1:${'g'.repeat(64)}`, `1:${'a'.repeat(65)}`])(
  '"%s" is no revision',
  async (text) => {
    const { errors } = await elsewhere.ask('{ dataset { revision } }', {}, { 'concord-at-least-revision': text });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_INPUT');
  },
);

test('a revision that is there already is not waited for', async () => {
  const { data } = await elsewhere.ask('{ party(key: "CN") { name } }', {}, { 'concord-at-least-revision': '1' });
  expect(data).toEqual({ party: { name: 'China' } });
});

test('writers on two servers at once make a revision each, without gaps, and each sees its own', async () => {
  const { rows } = await database.pool.query<{ last: number }>('SELECT last FROM revision_counter');
  const before = rows[0]?.last ?? 0;
  const days = Array.from({ length: 30 }, (_, day) => new Date(Date.UTC(2016, 0, day + 1)).toISOString().slice(0, 10));
  const written = await Promise.all(
    days.map((heldFrom, place) =>
      (place % 2 === 0 ? writer : elsewhere).write(
        'recordStances',
        { stances: [stance({ heldFrom })] },
        '... on StancesRevised { stances { heldFrom } }',
      ),
    ),
  );
  expect(written.map(({ stances }) => stances)).toEqual(days.map((heldFrom) => [{ heldFrom }]));
  const numbers = written.map(({ revision }) => revision?.number ?? 0).toSorted((a, b) => a - b);
  expect(numbers).toEqual(days.map((_, place) => before + place + 1));
});
