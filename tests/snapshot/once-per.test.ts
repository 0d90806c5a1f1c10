import { expect, test } from 'vitest';
import { oncePer } from '#snapshot/once-per.ts';

test('a result is computed once for each object, also if it is undefined or the object is frozen', () => {
  let computed = 0;
  const doubled = oncePer(({ half }: { readonly half: number }) => {
    computed++;
    return half === 0 ? undefined : 2 * half;
  });
  const [three, none] = [Object.freeze({ half: 3 }), Object.freeze({ half: 0 })];
  expect([doubled(three), doubled(none), doubled(three), doubled(none)]).toEqual([6, undefined, 6, undefined]);
  expect(computed).toBe(2);
});

test('functions of one object keep results of their own', () => {
  const key = { name: 'CN' };
  const length = oncePer(({ name }: typeof key) => name.length);
  const small = oncePer(({ name }: typeof key) => name.toLowerCase());
  expect([length(key), small(key), length(key), small(key)]).toEqual([2, 'cn', 2, 'cn']);
});

test('a changed copy of an object does not have the results of the object', () => {
  const doubled = oncePer(({ half }: { readonly half: number }) => 2 * half);
  const three = { half: 3 };
  expect(doubled(three)).toBe(6);
  expect(doubled({ ...three, half: 4 })).toBe(8);
});

test('after an error it is tried again', () => {
  let fails = true;
  const of = oncePer((key: object) => {
    if (fails) throw new RangeError('once');
    return key;
  });
  const key = {};
  expect(() => of(key)).toThrow(RangeError);
  fails = false;
  expect(of(key)).toBe(key);
});
