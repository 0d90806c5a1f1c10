import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '#text/decode-text.ts';

const told = (...parts: readonly (string | readonly number[])[]) =>
  decodeText(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

describe('bytes become text', () => {
  test('when they are UTF-8, with or without a byte order mark', () => {
    expect(told('Côte')).toBe('Côte');
    expect(told([0xef, 0xbb, 0xbf], 'Côte')).toBe('Côte');
    expect(told('a replaced \ufffd')).toBe('a replaced \ufffd');
  });

  test.each([
    ['Windows-1252', ['name: C', [0xf4], 'te'], 1, 8, 'bytes that are not UTF-8 (F4 74)'],
    ['the same in a later line', ['ä: 1\r\nö: ', [0xe9]], 2, 4, 'bytes that are not UTF-8 (E9)'],
    ['a character cut off', ['abc', [0xe2, 0x82]], 1, 4, 'bytes that are not UTF-8 (E2 82)'],
    ['a surrogate', ['a\n', [0xed, 0xa0, 0x80]], 2, 1, 'bytes that are not UTF-8 (ED A0)'],
    ['an overlong slash', [[0xc0, 0xaf]], 1, 1, 'bytes that are not UTF-8 (C0 AF)'],
    ['UTF-16', [[0xff, 0xfe], 'a\0'], 1, 1, 'UTF-16 text'],
    ['UTF-16, big end first', [[0xfe, 0xff], '\0a'], 1, 1, 'UTF-16 text'],
    ['UTF-32', [[0xff, 0xfe, 0, 0], 'a\0\0\0'], 1, 1, 'UTF-32 text'],
    ['UTF-16 without a mark', ['a\0b\0'], 1, 2, 'a NUL character'],
    ['NUL', ['a: 1\nb: \0'], 2, 4, 'a NUL character'],
  ] as const)('and are refused with their place when they are %s', (_, parts, line, column, found) => {
    expect(told(...parts)).toMatchObject({ line, column, found });
  });

  test('as nothing but themselves, or are refused, whatever they are', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(bytes, (array) => {
        const sent = Buffer.from(array);
        const text = decodeText(sent);
        if (typeof text !== 'string') return text.line >= 1 && text.column >= 1;
        const back = Buffer.from(text);
        return back.equals(sent) || Buffer.concat([Buffer.from('\ufeff'), back]).equals(sent);
      }),
      { numRuns: 500 },
    );
  });
});
