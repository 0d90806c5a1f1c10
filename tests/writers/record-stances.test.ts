import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { everything } from '../ingest/standing.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { stance, useWriter } from './writer.ts';

const database = useDatabase('migrated');
const writer = useWriter(database);
beforeAll(() => say(database, world));

const keys = '... on StancesRevised { stances { key } }';

test('what a key records is in the answer, in the next query, and in the history under its name', async () => {
  const selection = '... on StancesRevised { stances { key position citations { document { key } } } }';
  const written = await writer.write('recordStances', { stances: [stance()], message: ' Türkiye said so ' }, selection);
  expect(written).toMatchObject({
    __typename: 'StancesRevised',
    revision: { number: 2, author: 'editor', source: 'editor', message: 'Türkiye said so' },
    changed: true,
    stances: [{ key: 'tr--tw-part--2010-05-01', position: 'SUPPORT', citations: [{ document: { key: 'letter' } }] }],
  });
  const { stance: found } = await writer.dataOf<{ stance: unknown }>(
    '{ stance(key: "tr--tw-part--2010-05-01") { position confidence heldFromPrecision tier } }',
  );
  expect(found).toEqual({ position: 'SUPPORT', confidence: 'HIGH', heldFromPrecision: 'DAY', tier: 'CORE' });
});

test('many stances are one revision', async () => {
  const days = ['2011-01-01', '2012-01-01', '2013-01-01'];
  const written = await writer.write('recordStances', { stances: days.map((heldFrom) => stance({ heldFrom })) }, keys);
  expect(written.revision?.number).toBe(3);
  expect(written.stances).toEqual(days.map((day) => ({ key: `tr--tw-part--${day}` })));
});

test('a vote on a roll call needs no citation', async () => {
  const vote = stance({ proposition: 'a-res-1', heldFrom: '2005-12-01', basis: 'VOTE', citations: [] });
  expect(await writer.write('recordStances', { stances: [vote] })).toMatchObject({ changed: true });
});

test('what stands already with the same content makes no revision', async () => {
  const written = await writer.write('recordStances', { stances: [stance()] }, keys);
  expect(written).toMatchObject({ revision: { number: 4 }, changed: false });
  expect(written.stances).toEqual([{ key: 'tr--tw-part--2010-05-01' }]);
});

test('if one of several stances breaks a rule, none is recorded, and every problem is named with its place', async () => {
  const before = await everything(database);
  const written = await writer.write('recordStances', {
    stances: [
      stance({ heldFrom: '2020-01-01' }),
      stance({ party: 'Turkiye' }),
      stance({ heldFrom: '2021-01-01', heldUntil: '2020-01-01', citations: [] }),
      stance({
        heldFrom: '2022-01-01',
        citations: [{ document: 'lettre', verification: 'VERIFIED', keyPhrase: 'a b c d e f g h i' }],
      }),
      stance({ heldFrom: '2022-01-01', rationale: ' ' }),
      stance({ position: 'OPPOSE' }),
      stance({ proposition: 'a-res-1', heldFrom: '1999-01-01', basis: 'VOTE', position: 'LEAN_OPPOSE', citations: [] }),
    ],
  });
  expect(written).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
  expect(written.message).toMatch(/^\d+ problems; nothing was changed\. input\.stances/);
  expect(new Set(written.problems?.map(({ at, found }) => `${at}: ${found}`))).toEqual(
    new Set([
      'input.stances[1].party: unknown party "Turkiye"',
      'input.stances[2].heldUntil: held until 2020-01-01',
      'input.stances[2].citations: no citation',
      'input.stances[3].citations[0].document: unknown document "lettre"',
      'input.stances[3].citations[0].keyPhrase: a key phrase of 9 words',
      'input.stances[4]: stance TR | tw-part | 2022-01-01 again',
      'input.stances[4].citations[0]: citation TR | tw-part | 2022-01-01 | 0 again',
      'input.stances[4].rationale: ""',
      'input.stances[5]: stance TR | tw-part | 2010-05-01, which already exists with different content',
      'input.stances[6].heldFrom: a vote on 1999-01-01',
      'input.stances[6].position: LEAN_OPPOSE',
    ]),
  );
  expect(written.problems?.find(({ at }) => at === 'input.stances[1].party')?.expected).toContain('TR');
  expect(await everything(database)).toEqual(before);
});

test.each([
  ['an empty message', { message: '  ', stances: [stance()] }, 'input.message'],
  ['a message of 501 characters', { message: 'x'.repeat(501), stances: [stance()] }, 'input.message'],
  ['an empty idempotency key', { idempotencyKey: '', stances: [stance()] }, 'input.idempotencyKey'],
  ['no stance', { stances: [] }, 'input.stances'],
  ['more stances than a revision takes', { stances: Array.from({ length: 501 }, () => stance()) }, 'input.stances'],
  [
    'a precision that is null',
    { stances: [stance({ heldFrom: '2001-01-01', heldFromPrecision: null })] },
    'input.stances[0].heldFromPrecision',
  ],
])('%s is refused with its place', async (_what, input, at) => {
  const { problems } = await writer.write('recordStances', input);
  expect(problems?.map((problem) => problem.at)).toEqual([at]);
});

test('two mutations of one request are answered each at its own revision', async () => {
  const query = `mutation ($a: RecordStancesInput!, $b: RecordStancesInput!) {
    a: recordStances(input: $a) { ...what } b: recordStances(input: $b) { ...what }
  } fragment what on StancesRevised { revision { number } stances { position inForceUntil } }`;
  const about = (heldFrom: string) => ({ message: 'x', stances: [stance({ proposition: 'tw-force', heldFrom })] });
  const { data, errors } = await writer.ask<Record<'a' | 'b', { revision: { number: number }; stances: unknown[] }>>(
    query,
    { a: about('2001-01-01'), b: about('2002-01-01') },
    { authorization: writer.authorization() },
  );
  expect(errors).toBeUndefined();
  expect(data?.b.revision.number).toBe((data?.a.revision.number ?? 0) + 1);
  expect(data?.a.stances).toEqual([{ position: 'SUPPORT', inForceUntil: null }]);
});
