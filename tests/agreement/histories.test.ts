import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inForceOn, inForceUntil, keepAll, NONE } from '#agreement/in-force.ts';
import { verdictOf } from '#agreement/position.ts';
import { since } from '#agreement/since.ts';
import { isKnownAt } from '#agreement/stance-columns.ts';
import { UNKNOWN } from '#agreement/stance-matrix.ts';
import { parties, stanceColumns } from './columns.ts';
import { heldBy, histories, points, revisions } from './histories.ts';
import { indices } from './matrices.ts';

const everyone = parties(0, 1, 2);
/** The revision that the sorted part of the columns was built at; what came later follows it. */
const sortedUpTo = fc.nat(revisions);

test('the stances in force of any history are those that the definition gives', () => {
  fc.assert(
    fc.property(histories, points, sortedUpTo, (history, point, sorted) => {
      const columns = stanceColumns(history, sorted);
      const stanceRows = inForceOn(columns, 0, everyone, point, keepAll);
      expect(
        Array.from(stanceRows, (stanceRow) =>
          stanceRow === NONE ? undefined : history[columns.id[stanceRow] as number],
        ),
      ).toEqual([0, 1, 2].map((party) => heldBy(history, party, point.day, point.revision)));
    }),
  );
});

test('a known stance is in force exactly from its first day to the day before its end', () => {
  fc.assert(
    fc.property(histories, points, sortedUpTo, (history, point, sorted) => {
      const columns = stanceColumns(history, sorted);
      const inForce = new Set(inForceOn(columns, 0, everyone, point, keepAll));
      for (const stanceRow of indices(columns.length)) {
        if (!isKnownAt(columns.addedIn[stanceRow] as number, columns.retiredIn[stanceRow] as number, point.revision))
          continue;
        const end = inForceUntil(columns, stanceRow, point.revision);
        expect(inForce.has(stanceRow)).toBe((columns.heldFrom[stanceRow] as number) <= point.day && point.day < end);
      }
    }),
  );
});

test('the verdict holds on every day since its first day, and not on the day before', () => {
  fc.assert(
    fc.property(histories, points, sortedUpTo, (history, point, sorted) => {
      const verdictOn = (day: number) =>
        verdictOf([0, 1, 2].map((party) => heldBy(history, party, day, point.revision)?.position ?? UNKNOWN));
      const present = verdictOn(point.day);
      const first = since(stanceColumns(history, sorted), 0, everyone, point, keepAll)?.day ?? null;
      const other = indices(point.day + 1).findLast((day) => {
        const { verdict, side } = verdictOn(day);
        return verdict !== present.verdict || side !== present.side;
      });
      expect(first).toBe(present.verdict === 'UNKNOWN' ? null : (other ?? -1) + 1);
    }),
  );
});
