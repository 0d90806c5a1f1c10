import fc from 'fast-check';
import { expect, test } from 'vitest';
import { symbolForm } from '#ledger/symbol-form.ts';

const formOf = (symbol: string) => {
  const form = symbolForm(symbol);
  return form === null ? null : `${form.base} ${form.letter}`.trim();
};

test.each([
  ['A/RES/75/250', '75/250'],
  ['A/RES/75/250A', '75/250 A'],
  ['A/RES/75/254[A]', '75/254 A'],
  ['A/RES/75/254A-C', '75/254 A-C'],
  ['A/RES/75/254[A-C]', '75/254 A-C'],
  ['A/RES/62/223 A', '62/223 A'],
  ['A/RES/62/223B', '62/223 B'],
  ['a/res/80/84 b', '80/84 B'],
  ['R/62/223 B', '62/223 B'],
  ['R/26/2758', '26/2758'],
  ['R/26/2758A', '26/2758 A'],
  ['A/RES/2758(XXVI)', '26/2758'],
  ['A/RES/2758 (XXVI)', '26/2758'],
  ['A/RES/2603(XXIV)[A]', '24/2603 A'],
  ['A/RES/2603 A (XXIV)', '24/2603 A'],
  ['A/RES/39(I)', '1/39'],
  ['R/33/116B/VII', '33/116 B/VII'],
  ['R/1/1287/A', '1/1287 A'],
  ['R/10 65', '10/65'],
  ['ESS/1/34', 'ES-1/34'],
  ['ESS/2/80A', 'ES-2/80 A'],
  ['SS/1/59', 'S-1/59'],
  ['A/RES/997(ES-I)', 'ES-1/997'],
  ['A/RES/106(S-1)', 'S-1/106'],
  ['A/RES/ES-10/19', 'ES-10/19'],
  ['A/RES/ES-11/1', 'ES-11/1'],
  ['A/RES/S-32/1', 'S-32/1'],
  ['A/DEC/80/506', 'DEC/80/506'],
  ['S/RES/2768(2025)', 'S/2768(2025)'],
  ['S/RES/2768 (2025)', 'S/2768(2025)'],
])('%s is %s', (symbol, form) => {
  expect(formOf(symbol)).toBe(form);
});

test.each(['', '  ', 'A/RES/79/XX', 'A/RES/ES-11/XX', 'A/DEC/80/XXX'])('%j names no resolution', (symbol) => {
  expect(symbolForm(symbol)).toBeNull();
});

test('no symbol is none', () => expect(symbolForm(null)).toBeNull());

test.each(['R/6444A', 'GOAR/1/1288B', 'SS/5'])('%s, which is in no known form, is equal to itself alone', (symbol) => {
  expect(formOf(symbol)).toBe(symbol);
});

const numbers = fc.integer({ min: 1, max: 9_999 });
const letter = fc.constantFrom('', 'A', 'B', 'Z');

test('however a symbol is written, it is the same one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 32, max: 99 }), numbers, letter, (session, number, part) => {
      const forms = [
        `A/RES/${session}/${number}${part}`,
        `R/${session}/${number}${part}`,
        ` a/res/${session}/${number} ${part} `,
      ];
      if (part !== '') forms.push(`A/RES/${session}/${number}[${part}]`, `R/${session}/${number}/${part}`);
      for (const form of forms) expect(symbolForm(form)).toEqual({ base: `${session}/${number}`, letter: part });
    }),
  );
});

test('two resolutions never have the same form', () => {
  const symbol = fc.tuple(fc.constantFrom('', 'ES-', 'S-'), fc.integer({ min: 1, max: 99 }), numbers, letter);
  fc.assert(
    fc.property(symbol, symbol, (one, other) => {
      const [first, second] = [one, other].map(([kind, session, number, part]) =>
        symbolForm(`A/RES/${kind}${session}/${number}${part}`),
      );
      expect(JSON.stringify(first) === JSON.stringify(second)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});
