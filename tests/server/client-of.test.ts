import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { clientOf } from '#server/request-record.ts';

const client = (remoteAddress: string, proxies = 0, forwarded?: string) =>
  clientOf({ socket: { remoteAddress } as Socket, headers: { 'x-forwarded-for': forwarded } }, proxies); // all that is looked at

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('of %s is %s', (address, expected) => {
  expect(client(address)).toBe(expected);
});

test('is nobody whom X-Forwarded-For names when no proxy is believed', () => {
  expect(client('192.0.2.1', 0, '198.51.100.1')).toBe('192.0.2.1');
});

test.each([
  [1, '203.0.113.5, 198.51.100.1', '198.51.100.1'],
  [2, '203.0.113.5, 198.51.100.1', '203.0.113.5'],
  [1, 'forged, 203.0.113.5, 198.51.100.1:4711', '198.51.100.1'],
  [1, '[2001:db8:1:2::9]:4711', '2001:db8:1:2::/64'],
  [1, 'nonsense', '192.0.2.1'],
  [1, '', '192.0.2.1'],
  [3, '198.51.100.1', '198.51.100.1'],
])('over %i proxies that say "%s" is %s', (proxies, forwarded, expected) => {
  expect(client('192.0.2.1', proxies, forwarded)).toBe(expected);
});
