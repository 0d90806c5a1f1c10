import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvHeader, csvLines } from '#stored-queries/csv-text.ts';
import { csvOf } from '#web/take-away/csv.ts';

const style = { lineEnd: '\r\n', escapeFormulas: true } as const;
const column = (name: string) => ({ name, type: 'string', nullable: true, description: '' }) as never; // its name and type are all that is read

const text = fc.string({ minLength: 1 });
const dangerous = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'), fc.string())
  .map(([start, end]) => start + end);

test('the page writes CSV as the server does, formulas made harmless', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(text, dangerous), fc.option(text)), { maxLength: 5 }), (rows) => {
      const columns = [column('a'), column('b')];
      expect(csvOf(['a', 'b'], rows)).toBe(csvHeader(columns, style) + csvLines(columns, rows, style));
    }),
  );
});
