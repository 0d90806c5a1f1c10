import { describe, expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { today, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

const notDays = [
  '2022-02-30',
  '2023-02-29',
  '2022-13-01',
  '2022-00-10',
  '22-02-04',
  '2022-2-4',
  '2022-02-04T00:00:00Z',
  '',
  'today',
];

describe.each(notDays)('"%s" is no day', (date) => {
  test.each([
    ['as a variable', 'query ($asOf: Date) { comparison(parties: ["CN", "RU"], scope: { asOf: $asOf }) { revision } }'],
    ['in the scope', `{ comparison(parties: ["CN", "RU"], scope: { asOf: "${date}" }) { revision } }`],
    ['in a filter', `{ stances(filter: { takenFrom: "${date}" }) { totalCount } }`],
    ['as an argument', `{ documents(dateFrom: "${date}") { totalCount } }`],
  ])('%s', async (_where, query) => {
    const { data, errors } = await server.ask(query, query.includes('$asOf') ? { asOf: date } : {});
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_INPUT']);
    expect(errors?.[0]?.message).toContain(`found ${JSON.stringify(date)}, expected a valid date, YYYY-MM-DD.`);
  });
});

test('a number is no day', async () => {
  expect((await server.errorOf('{ documents(dateFrom: 20220204) { totalCount } }')).code).toBe('BAD_INPUT');
});

test('29 February is a day in a leap year', async () => {
  const { comparison } = await server.dataOf<{ comparison: { scope: object } }>(
    '{ comparison(parties: ["CN", "RU"], scope: { asOf: "2024-02-29" }) { scope { asOf } } }',
  );
  expect(comparison.scope).toEqual({ asOf: '2024-02-29' });
});

test('without a day it is today in UTC, and the answer says which', async () => {
  const { comparison } = await server.dataOf<{ comparison: { scope: object } }>(
    '{ comparison(parties: ["CN", "RU"]) { scope { asOf } } }',
  );
  expect(comparison.scope).toEqual({ asOf: today });
});

const earlyAndLate = (date: string) =>
  server.ask<{ documents: object; comparison: { jointDocuments: object } }>(
    `query ($date: Date!) {
      documents(dateFrom: $date) { totalCount }
      comparison(parties: ["CN", "RU"], scope: { asOf: $date }) { jointDocuments { totalCount } }
    }`,
    { date },
  );

test('the first and the last day that can be written are days like any other', async () => {
  expect(await earlyAndLate('0001-01-01')).toEqual({
    data: { documents: { totalCount: 251 }, comparison: { jointDocuments: { totalCount: 0 } } },
  });
  expect(await earlyAndLate('9999-12-31')).toEqual({
    data: { documents: { totalCount: 0 }, comparison: { jointDocuments: { totalCount: 20 } } },
  });
});

test('a day of the year 0 is refused', async () => {
  expect((await earlyAndLate('0000-12-31')).errors?.[0]?.extensions?.code).toBe('BAD_INPUT');
});

test.each([
  ['asKnownAt: -1', 'asKnownAt: found -1, expected a revision from 0 to 1.'],
  ['asKnownAt: 2', 'asKnownAt: found 2, expected a revision from 0 to 1.'],
])('a revision that there is not (%s) is refused', async (asKnownAt, message) => {
  for (const query of [
    `{ comparison(parties: ["CN"], scope: { ${asKnownAt} }) { revision } }`,
    `{ stances(${asKnownAt}) { totalCount } }`,
  ]) {
    expect(await server.errorOf(query)).toMatchObject({ code: 'BAD_INPUT', message });
  }
});

test('a period that is empty is refused', async () => {
  const error = await server.errorOf(
    '{ stances(filter: { takenFrom: "2022-02-04", takenBefore: "2022-02-04" }) { totalCount } }',
  );
  expect([error.code, error.message]).toEqual([
    'BAD_INPUT',
    'takenBefore: found 2022-02-04, expected a day after 2022-02-04.',
  ]);
});

describe('a time', () => {
  const revisionsFrom = (time: string) =>
    server.ask<{ revisions: { totalCount: number } }>(
      'query ($time: DateTime!) { revisions(timeFrom: $time) { totalCount } }',
      { time },
    );

  test.each([
    '2022-02-04T09:30:00Z',
    '2022-02-04T09:30:00.1Z',
    '2022-02-04T09:30:00.123456Z',
    '2022-02-04T11:30:00.123456+02:00',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999999Z',
  ])('may be written as %s', async (time) => {
    expect((await revisionsFrom(time)).errors).toBeUndefined();
  });

  test.each([
    '0000-12-31T23:59:59Z',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '2022-02-30T00:00:00Z',
    '2022-02-04T24:30:00Z',
    '2022-02-04T09:30:00+25:00',
    '2022-02-04T09:30:00.1234567Z',
    '2022-02-04T09:30:00',
    '2022-02-04',
  ])('is not %s', async (time) => {
    const { errors } = await revisionsFrom(time);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_INPUT']);
    expect(errors?.[0]?.message).toContain(`found ${JSON.stringify(time)}, expected a time such as`);
  });

  test('has an offset that counts', async () => {
    const { revisions } = await server.dataOf<{ revisions: { nodes: { time: string }[] } }>(
      '{ revisions(first: 1) { nodes { time } } }',
    );
    const time = revisions.nodes[0]?.time ?? '';
    const inTokyo = `${new Date(Date.parse(time) + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00`;
    const count = async (from: string) => (await revisionsFrom(from)).data?.revisions.totalCount;
    expect(await count(inTokyo)).toBe(1);
    expect(await count(inTokyo.replace('+09:00', '+08:59'))).toBe(0);
  });
});
