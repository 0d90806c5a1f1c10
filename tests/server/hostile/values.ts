import fc from 'fast-check';

const keys = ['CN', 'RU', 'nato', 'taiwan', 'tw-inalienable', 'cn--tw-inalienable--1972-12-22', 'ZZ', ''];
const strange = [
  '\0',
  '\ud800',
  'a\0b',
  '\udfff!',
  '‮',
  '￿',
  '😀',
  "'; DROP TABLE party; --",
  '../../etc/passwd',
  '%00',
  '$&',
  '__proto__',
];

export const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...keys) },
  { weight: 4, arbitrary: fc.constantFrom(...strange) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.nat(20_000).map((length) => 'x'.repeat(length)) },
);
export const number = fc.oneof(
  fc.constantFrom(0, -1, 1, 250, 251, 2 ** 31, -(2 ** 31), 1e308, Number.MAX_SAFE_INTEGER, 0.5),
  fc.integer(),
);
export const day = fc.constantFrom(
  '2022-02-04',
  '2022-02-30',
  '0000-01-01',
  '9999-12-31',
  '0001-01-01',
  '10000-01-01',
  '2022-2-4',
  '',
);
export const id = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('Party', 'Stance', 'Document', 'Passage', 'Revision', 'Query', '__proto__'),
      fc.oneof(text, number),
    )
    .map(([type, row]) => Buffer.from(`${type}:${row}`).toString('base64url')),
  text,
);
export const anything = fc.oneof(
  text,
  number,
  day,
  id,
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 5 }),
  fc.jsonValue(),
);
