import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsAt, levelsAt, tallyMembers } from '#agreement/member-tally.ts';
import { ABSENT, isHeld } from '#agreement/stance-matrix.ts';
import { cellAt, indices, matrices } from './matrices.ts';

/** A matrix, the day of each column, and for each row the days on which it belongs to the group. */
const groups = matrices({ maxRows: 40 }).chain((matrix) =>
  fc.record({
    matrix: fc.constant(matrix),
    days: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: matrix.columns, maxLength: matrix.columns }),
    spans: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 3, max: 10 })), {
      minLength: matrix.rows,
      maxLength: matrix.rows,
    }),
  }),
);

test('the members of the day are counted by what they hold, however many there are', () => {
  fc.assert(
    fc.property(groups, ({ matrix, days, spans }) => {
      const members = spans.map(([from, until], row) => ({ row, from, until }));
      const tally = tallyMembers(matrix, members, Int32Array.from(days));
      for (const column of indices(matrix.columns)) {
        const day = days[column] as number;
        const cells = members
          .filter(({ from, until }) => from <= day && day < until)
          .map(({ row }) => cellAt(matrix, row, column));
        const count = (is: (cell: number) => boolean) => cells.filter(is).length;
        expect(countsAt(tally, column)).toEqual({
          members: cells.length,
          spoke: count(isHeld),
          support: count((cell) => isHeld(cell) && cell > 0),
          neutral: count((cell) => cell === 0),
          oppose: count((cell) => cell < 0),
          absent: count((cell) => cell === ABSENT),
        });
        expect([...levelsAt(tally, column)]).toEqual([-2, -1, 0, 1, 2].map((level) => count((cell) => cell === level)));
      }
    }),
  );
});
