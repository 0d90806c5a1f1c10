import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { HttpCaching } from '#server/caching/http-caching.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

const snapshot = { revision: 1, digest: 'a'.repeat(64) } as Snapshot; // of which nothing else is looked at
const asked = { method: 'GET', headers: {} } as IncomingMessage; // likewise

const headersWhen = (secondsAgo: number) => {
  const snapshots = { current: snapshot, checkedAt: new Date(Date.now() - 1_000 * secondsAgo) };
  const caching = new HttpCaching({ snapshots, identity: 'x', seconds: 60, now: () => new Date() });
  return caching.headersOf(asked, caching.keyOf('question', 'json'), { snapshot, day: 20_000, dependsOnDay: false });
};

test('a server that has heard of its database within seconds says how its answers may be kept', () => {
  expect(headersWhen(6)).toMatchObject({
    etag: expect.any(String),
    'cache-control': expect.stringMatching(/^public/),
  });
});

test('one that has not may have missed a revision, and lets nobody keep what it says', () => {
  expect(headersWhen(13)).toEqual({ 'cache-control': 'no-store' });
});
