import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type IdealPoints, idealPointsOf } from '#agreement/ideal/ideal-points.ts';
import { type StanceMatrix, UNKNOWN } from '#agreement/stance-matrix.ts';
import { correlation } from '../agreement/drawn-votes.ts';
import { indices } from '../agreement/matrices.ts';
import { idealPointsAreThere, publishedIdealPoints, rollCalls } from './published-scores.ts';

interface Session {
  readonly names: readonly string[];
  readonly matrix: StanceMatrix;
}

type Row = Record<string, string>;

const rowsOf = (file: string): Row[] => parse(gunzipSync(readFileSync(`${rollCalls}/${file}`)), { columns: true });

const cellOf: Readonly<Record<string, number>> = { yes: 2, abstain: 0, no: -2 };

/** The votes on whole texts by session, in the order of the files. */
function sessions(): Map<number, Session> {
  interface Read {
    readonly names: Map<string, number>;
    readonly columns: Map<string, number>;
    readonly votes: number[][];
  }
  const found = new Map<number, Read>();
  const isPart = ({ para, amend }: Row) => para === '1' || amend === '1';
  const sessionOf = new Map<string, number>();
  for (const row of rowsOf('roll_calls.csv.gz')) if (!isPart(row)) sessionOf.set(row.rcid ?? '', Number(row.session));
  for (const { rcid = '', country = '', vote = '' } of rowsOf('votes.csv.gz')) {
    const session = sessionOf.get(rcid);
    if (session === undefined) continue;
    const of: Read = found.get(session) ?? { names: new Map(), columns: new Map(), votes: [] };
    found.set(session, of);
    if (!of.names.has(country)) of.names.set(country, of.names.size);
    if (!of.columns.has(rcid)) of.columns.set(rcid, of.columns.size);
    of.votes.push([of.names.get(country) ?? 0, of.columns.get(rcid) ?? 0, cellOf[vote] ?? UNKNOWN]);
  }
  return new Map(
    Array.from(found, ([session, { names, columns, votes }]) => {
      const cells = new Int8Array(names.size * columns.size).fill(UNKNOWN);
      for (const [row = 0, column = 0, cell = UNKNOWN] of votes) cells[row * columns.size + column] = cell;
      return [session, { names: [...names.keys()], matrix: { rows: names.size, columns: columns.size, cells } }];
    }),
  );
}

const estimated = ({ names, matrix }: Session): IdealPoints =>
  idealPointsOf(
    matrix,
    indices(matrix.rows),
    { minimumVoted: 0.3, fewestVoted: 1, minimumMinority: 0.025 },
    names.indexOf('United States'),
  );

// The votes and the published values are not part of the project.
const title = idealPointsAreThere
  ? 'the ideal points of the UN General Assembly'
  : 'SKIPPED, because ../shared/data is not there: the ideal points of the UN General Assembly';

describe.skipIf(!idealPointsAreThere)(title, () => {
  const bySession = idealPointsAreThere ? sessions() : new Map<number, Session>();
  const valuesIn = (session: number): Map<string, number> => {
    const { names } = bySession.get(session) as Session;
    const { votes, points } = estimated(bySession.get(session) as Session);
    return new Map(votes.rows.map((row, i) => [names[row] as string, points?.[i]?.value ?? Number.NaN]));
  };

  test.each([41, 51, 61, 71])(
    'of session %i correlate with those that Bailey, Strezhnev and Voeten published at .995 or more, and the errors are about as large',
    (session) => {
      const published = publishedIdealPoints(session);
      const { names } = bySession.get(session) as Session;
      const { votes, points, converged } = estimated(bySession.get(session) as Session);
      expect(converged).toBe(true);
      const both = votes.rows.flatMap((row, i) => {
        const theirs = published.get(names[row] as string);
        const ours = points?.[i];
        return theirs === undefined || ours === undefined ? [] : [{ ours, theirs }];
      });
      expect(both.length).toBeGreaterThan(150);
      const theirs = both.map(({ theirs: { value } }) => value);
      expect(
        correlation(
          both.map(({ ours }) => ours.value),
          theirs,
        ),
      ).toBeGreaterThan(0.995);
      const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      const spread = Math.sqrt(mean(theirs.map((value) => (value - mean(theirs)) ** 2)));
      const ratio =
        mean(both.map(({ ours: { error } }) => error)) / (mean(both.map(({ theirs: { error } }) => error)) / spread);
      expect(ratio).toBeGreaterThan(0.9);
      expect(ratio).toBeLessThan(1.1);
    },
  );

  test('of the sessions 40 to 74 converge, put the United States above all but Israel and the like, and change slowly', () => {
    for (let session = 40; session <= 74; session++) {
      const here = valuesIn(session);
      expect(here.size, `session ${session}`).toBeGreaterThan(150);
      expect(here.get('United States'), `session ${session}`).toBeGreaterThan(3);
      if (session === 40) continue;
      const before = valuesIn(session - 1);
      const names = [...here.keys()].filter((name) => before.has(name));
      const correlated = correlation(
        names.map((name) => here.get(name) ?? Number.NaN),
        names.map((name) => before.get(name) ?? Number.NaN),
      );
      // Eastern Europe changed sides between sessions 44 and 45.
      expect(correlated, `session ${session}`).toBeGreaterThan(session === 45 ? 0.9 : 0.93);
    }
  }, 120_000);
});
