import { describe, expect, test } from 'vitest';
import { agreementOf } from '#agreement/agreement.ts';
import { ABSENT } from '#agreement/stance-matrix.ts';
import { publishedVotes, tablesAreThere } from './published-scores.ts';

const years = [
  [2013, 'COINCIDENCE'],
  [2015, 'COINCIDENCE'],
  [2017, 'COINCIDENCE_2017'],
  [2018, 'COINCIDENCE_2017'],
  [2022, 'COINCIDENCE_2022'],
] as const;

// The tables are not part of the project.
const title = tablesAreThere
  ? 'the Department of State'
  : 'SKIPPED, because ../shared/data is not there: the Department of State';

describe.skipIf(!tablesAreThere)(title, () => {
  test.each(years)('printed for %i what %s is', (year, measure) => {
    const countries = publishedVotes(year);
    expect(countries.length).toBeGreaterThan(180);
    const wrong = countries.filter(({ same, opposite, partial, absent, coincidence }) => {
      const votes = [
        ...Array<[number, number]>(same).fill([2, 2]),
        ...Array<[number, number]>(opposite).fill([2, -2]),
        ...Array<[number, number]>(partial).fill([2, 0]),
        ...Array<[number, number]>(absent).fill([2, ABSENT]),
      ];
      const cells = Int8Array.from([...votes.map(([usa]) => usa), ...votes.map(([, other]) => other)]);
      const { value } = agreementOf({ rows: 2, columns: votes.length, cells }, measure, 1).result;
      // Of abstentions alone the first formula has no value, and the table 0.
      return Math.abs((value ?? 0) - coincidence) > 0.005 + 1e-9;
    });
    expect(wrong).toEqual([]);
  });
});
