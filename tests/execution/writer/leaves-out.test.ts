import fc from 'fast-check';
import { describe, test } from 'vitest';
import { expectSame } from './answers.ts';

describe('a writer leaves out what is not asked for', () => {
  const conditions = fc.array(
    fc.record({
      at: fc.nat({ max: 9 }),
      directive: fc.constantFrom('@skip', '@include'),
      by: fc.constantFrom('$a', '$b', 'true', 'false'),
    }),
    { maxLength: 6 },
  );
  test('wherever conditions stand', () => {
    const property = fc.property(conditions, fc.boolean(), fc.boolean(), (stand, a, b) => {
      const at = (spot: number) => {
        const one = stand.find((condition) => condition.at === spot);
        return one === undefined ? '' : ` ${one.directive}(if: ${one.by})`;
      };
      const query = `query ($a: Boolean!, $b: Boolean!) {
        row${at(0)} { key${at(1)} ...F${at(2)} ...F${at(3)} ... on Row${at(4)} { count note } note${at(5)} ...G${at(6)} }
        row { self${at(7)} { key } __typename } u: __typename @skip(if: $a) @include(if: $b)
      }
      fragment F on Row { count${at(8)} self { note ...G } }
      fragment G on Row { open${at(9)} id @include(if: $b) key }`;
      expectSame(query, { a, b });
    });
    fc.assert(property, { numRuns: 500 });
  });
});
