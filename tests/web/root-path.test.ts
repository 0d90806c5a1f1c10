import { describe, expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../src/web/address/address.ts';
import { rootOf } from '../../src/web/address/root-path.ts';

describe('the root of Concord', () => {
  test.each([
    ['http://host/assets/index-x.js', '/'],
    ['https://host/concord/assets/index-x.js', '/concord/'],
    ['https://host/a/b/assets/matrix-view-x.js', '/a/b/'],
  ])('as the script %s has it is %s', (script, root) => {
    expect(rootOf(script)).toBe(root);
  });

  test('is put before addresses, and taken from them', () => {
    const address = writeAddress('/compare', { parties: ['CN', 'RU'] }, '/concord/');
    expect(address).toBe('/concord/compare?parties=CN,RU');
    expect(readAddress(new URL(address, 'http://host'), '/concord/').view).toBe('compare');
    expect(readAddress(new URL('http://host/concord/party/CN'), '/concord/')).toMatchObject({
      view: 'party',
      key: 'CN',
    });
    expect(readAddress(new URL('http://host/concord/'), '/concord/').view).toBe('home');
    expect(readAddress(new URL('http://host/party/CN'), '/concord/').view).toBe('nowhere');
  });
});
