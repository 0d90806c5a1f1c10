import { beforeEach, describe, expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';
import { ask } from './ask-again.ts';

let now = '';
beforeEach(() => {
  now = '2026-01-15T12:00:00Z';
});
const server = useServer(useRecords(seeds), { now: () => new Date(now), cacheSeconds: 86_400 });

const ageOf = async (query: string, variables: Record<string, unknown> = {}) => {
  const { status, cacheControl } = await ask(server.url(), { query, variables });
  expect(status).toBe(200);
  return Number(/^public, max-age=(\d+), must-revalidate$/.exec(cacheControl)?.[1]);
};

const comparison =
  'query ($scope: ScopeInput) { comparison(parties: ["CN", "RU"], scope: $scope) { agreement { value } } }';
const wholeDay = 86_400;

describe('an answer as of today is kept until midnight UTC', () => {
  test.each([
    ['2026-01-15T12:00:00Z', 43_200],
    ['2026-01-15T23:59:58.500Z', 1],
    ['2026-01-15T23:59:59.900Z', 0],
    ['2026-01-16T00:00:00Z', wholeDay],
  ])('at %s that is %d seconds', async (time, seconds) => {
    now = time;
    expect(await ageOf(comparison)).toBe(seconds);
  });

  test.each([
    '{ stances(first: 1) { totalCount } }',
    '{ party(key: "CN") { stances { totalCount } } }',
    '{ party(key: "nato") { members { totalCount } } }',
    '{ agreement(parties: ["CN", "RU"], scope: { issues: ["taiwan"] }) { value } }',
    '{ agreementMatrix { values } }',
    '{ comparison(parties: ["CN", "RU"], scope: { asOf: "2020-01-01" }) { revision } party(key: "CN") { stances { totalCount } } }',
  ])('so is %s', async (query) => {
    expect(await ageOf(query)).toBe(43_200);
  });
});

describe('an answer that is the same on any day is kept longer', () => {
  test.each([
    ['a comparison as of a day', comparison, { scope: { asOf: '2022-02-04' } }],
    ['the stances of a day', '{ stances(asOf: "2022-02-04", first: 1) { totalCount } }', {}],
    ['a name', '{ party(key: "CN") { name } }', {}],
  ])('%s', async (_what, query, variables) => {
    expect(await ageOf(query, variables)).toBe(wholeDay);
  });
});

test('the next day an answer as of today is a new one, and one as of a day is not', async () => {
  const ofToday = { query: comparison };
  const ofADay = { query: comparison, variables: { scope: { asOf: '2022-02-04' } } };
  const [first, second] = [await ask(server.url(), ofToday), await ask(server.url(), ofADay)];
  now = '2026-01-16T00:00:01Z';
  const next = await ask(server.url(), ofToday, { 'if-none-match': first.etag });
  expect(next.status).toBe(200);
  expect(next.etag).not.toBe(first.etag);
  const same = await ask(server.url(), ofADay, { 'if-none-match': second.etag });
  expect([same.status, same.cacheControl]).toEqual([304, 'public, max-age=86400, must-revalidate']);
});

test('what is unchanged is kept no longer than what is new', async () => {
  const { etag } = await ask(server.url(), { query: comparison });
  now = '2026-01-15T23:59:00Z';
  const { status, cacheControl } = await ask(server.url(), { query: comparison }, { 'if-none-match': etag });
  expect([status, cacheControl]).toEqual([304, 'public, max-age=60, must-revalidate']);
});
