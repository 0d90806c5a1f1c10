import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** Where the data lies that is too large, or not ours, to be part of the project. */
const data = new URL('../../../shared/data/', import.meta.url);

/** The roll calls of the UN General Assembly. */
export const rollCalls = fileURLToPath(new URL('unga', data));

/** Those that came later, in a file of their own. */
export const laterRollCalls = fileURLToPath(new URL('unga-after-2020', data));

const scores = new URL('reference/voeten_agree.csv', data);

export const dataAreThere = existsSync(scores) && existsSync(new URL('unga/votes.csv.gz', data));

export const laterRollCallsAreThere = dataAreThere && existsSync(new URL('unga-after-2020/votes.csv.gz', data));

/** One of Voeten's own scores: how two countries agreed in one session, over how many roll calls that were not unanimous. */
export interface PublishedScore {
  readonly a: string;
  readonly b: string;
  readonly session: number;
  readonly agree: number;
  readonly rollCalls: number;
}

/** All of them, as far as they were kept: of Australia, China, India and the United States. */
export function publishedScores(): PublishedScore[] {
  const rows: Record<string, string>[] = parse(readFileSync(scores), { columns: true });
  return rows.map(({ party_a: a = '', party_b: b = '', session, agree, roll_calls }) => ({
    a,
    b,
    session: Number(session),
    agree: Number(agree),
    rollCalls: Number(roll_calls),
  }));
}

const tables = new URL('reference/state-department/', data);

export const tablesAreThere = existsSync(tables);

/** The votes of a country with the United States in the plenary, and their coincidence as the Department of State printed it. */
export interface PublishedVotes {
  readonly country: string;
  readonly same: number;
  readonly opposite: number;
  readonly partial: number;
  readonly absent: number;
  readonly coincidence: number;
}

/** A table of "Voting Practices in the United Nations"; without countries that cast no vote. */
export function publishedVotes(year: number): PublishedVotes[] {
  const rows: Record<string, string>[] = parse(readFileSync(new URL(`${year}.csv`, tables)), {
    columns: true,
    bom: true,
  });
  return rows
    .map((row) => ({
      country: row.COUNTRY ?? '',
      same: Number(row.SAME),
      opposite: Number(row.OPPOSITE ?? row.OPPOSE),
      partial: Number(row.PARTIAL ?? row.ABSTAIN),
      absent: Number(row.ABSENT),
      coincidence: Number(row.COINCIDENCE),
    }))
    .filter(({ same, opposite, partial }) => same + opposite + partial > 0);
}

const idealPoints = new URL('reference/ideal_points.csv', data);

export const idealPointsAreThere = dataAreThere && existsSync(idealPoints);

/** A country's ideal point in one session, and its standard error: the middle nine tenths are 3.29 of them wide. */
export interface PublishedIdealPoint {
  readonly value: number;
  readonly error: number;
}

/** Those of Bailey, Strezhnev and Voeten, by the name that the votes have for the country. */
export function publishedIdealPoints(session: number): Map<string, PublishedIdealPoint> {
  const parties: Record<string, string>[] = parse(readFileSync(`${rollCalls}/un_parties.csv`), { columns: true });
  const nameOf = new Map(parties.map(({ cow_code: code, country = '' }) => [code, country]));
  const rows: Record<string, string>[] = parse(readFileSync(idealPoints), { columns: true });
  return new Map(
    rows
      .filter((row) => Number(row.session) === session)
      .map(({ ccode, ideal_point: value, q5, q95 }) => [
        nameOf.get(ccode) ?? '',
        { value: Number(value), error: (Number(q95) - Number(q5)) / 3.29 },
      ]),
  );
}
