import { beforeAll, expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Comparison, whereChinaAndRussiaAgree } from './china-and-russia.ts';
import { keysOf, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

let comparison: Comparison;
beforeAll(async () => {
  ({ comparison } = await server.dataOf<{ comparison: Comparison }>(whereChinaAndRussiaAgree));
});

const rowOf = (key: string) => comparison.rows.nodes.find(({ proposition }) => proposition.key === key);

test('a row says on which side they agree, since when, and how sure we are', () => {
  expect(rowOf('tw-inalienable')).toMatchObject({
    verdict: 'AGREE',
    side: 'SUPPORT',
    since: '1992-12-18', // Russia restated it several times; the agreement is of 1992
    confidence: 'HIGH',
    positionCount: 2,
    spread: 0,
  });
});

test('a lean counts as its side, and the spread shows it', () => {
  expect(rowOf('tw-meaningful-participation')).toMatchObject({ verdict: 'AGREE', side: 'OPPOSE', spread: 0.5 });
});

test('the confidence of a row is that of its weakest stance', () => {
  expect(rowOf('nato-open-door')?.cells.length).toBe(2);
  expect(rowOf('nato-open-door')).toMatchObject({ confidence: 'MEDIUM' }); // China's is medium, Russia's high
});

test('one side and a neutral position are MIXED, on no side', () => {
  expect(rowOf('uw-annexation-invalid')).toMatchObject({
    verdict: 'MIXED',
    side: null,
    since: '2014-03-27',
    spread: 1,
  });
});

test('a cell shows the position, the day and where it is written', () => {
  expect(rowOf('ni-unilateralism')?.cells).toEqual(
    ['CN', 'RU'].map((key) => ({
      party: { key },
      state: 'HELD',
      position: 'SUPPORT',
      value: 1,
      stance: {
        heldFrom: '2022-02-04',
        citations: [
          { role: 'CARRIER', locator: 'para 3', document: { key: 'seed-gt-2022-02-04' } },
          { role: 'PRIMARY', locator: null, document: { key: 'cn-ru-js-2022-02-04' } },
        ],
      },
    })),
  );
});

test('every position has at least one source', () => {
  const cells = comparison.rows.nodes.flatMap((row) => row.cells);
  expect(cells.length).toBe(2 * comparison.rows.totalCount);
  for (const { stance } of cells) expect(stance?.citations).not.toEqual([]);
});

test('the agreement is the mean over the rows that are shown, and says over how many', () => {
  const differences = comparison.rows.nodes.map(({ cells: [a, b] }) => Math.abs(Number(a?.value) - Number(b?.value)));
  const mean = differences.reduce((sum, difference) => sum + 1 - difference / 2, 0) / differences.length;
  expect(comparison.agreement.value).toBeCloseTo(mean, 12);
  expect(comparison.agreement).toMatchObject({ sharedPropositions: 28, same: 26, partial: 2, opposite: 0 });
});

test('each issue counts the verdicts of its own rows', () => {
  expect(comparison.issues.map(({ issue }) => issue.key)).toEqual(
    comparison.issues.map(({ issue }) => issue.key).toSorted(),
  );
  for (const { issue, agreement, verdicts } of comparison.issues) {
    const rows = comparison.rows.nodes.filter(({ proposition }) =>
      keysOf({ nodes: proposition.issues }).includes(issue.key),
    );
    const shown = verdicts.filter(({ verdict }) => verdict !== 'UNKNOWN');
    for (const { verdict, count } of shown) {
      expect([issue.key, verdict, count]).toEqual([
        issue.key,
        verdict,
        rows.filter((row) => row.verdict === verdict).length,
      ]);
    }
    expect([issue.key, agreement.sharedPropositions]).toEqual([issue.key, rows.length]);
  }
  expect(comparison.issues.reduce((sum, { agreement }) => sum + agreement.sharedPropositions, 0)).toBe(28);
});

test('the answer says what it is about', () => {
  expect(comparison.parties).toEqual([{ key: 'CN' }, { key: 'RU' }]);
  expect(comparison.scope).toEqual({ asOf: '2022-02-05', asKnownAt: comparison.revision });
});
