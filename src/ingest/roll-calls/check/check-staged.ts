import type { ClientBase } from 'pg';
import type { ProblemList } from '../outcome.ts';
import type { UngaFile } from '../unga/read/find-files.ts';

/** Every vote and absence with the day of its roll call. Countries that were not members are excluded. */
export const saidByCountry = `
  SELECT said.*, r.tabled_on FROM (
    SELECT file, line, rcid, country FROM unga_vote
    UNION ALL SELECT file, line, rcid, country FROM unga_absence WHERE absent) said
  JOIN unga_roll_call r USING (rcid)`;

/** Condition that a row of unga_period identifies a country on the day of a roll call. */
export const onTheDay = (country: string, day: string) =>
  `unga_period.country = ${country} AND ${day} >= unga_period."from" AND ${day} < unga_period.until`;

/** A vote or an absence of a country on a day for which the crosswalk has no party. */
export const nobodyOnTheDay = `
  SELECT file, line, known.name || ' on ' || tabled_on AS found, 'it ' || known.days || ', as the crosswalk has it' AS expected,
    NULL::smallint AS first_file, NULL::int AS first_line
  FROM (${saidByCountry}) said
  JOIN (
    SELECT country, name, string_agg(
      CASE WHEN "from" = '-infinity' THEN 'before ' || until
        WHEN until = 'infinity' THEN 'from ' || "from" || ' on'
        ELSE 'from ' || "from" || ' until ' || until END, ' or ' ORDER BY "from") AS days
    FROM unga_period GROUP BY country, name) known USING (country)
  WHERE NOT EXISTS (SELECT FROM unga_period WHERE ${onTheDay('said.country', 'said.tabled_on')})`;

/** A duplicate issue of a roll call in issues.csv. */
export const doubleLabels = `
  SELECT file, line, 'issue ' || issue || ' of roll call ' || rcid || ' again' AS found, 'it once' AS expected,
    file AS first_file, first AS first_line
  FROM (SELECT *, min(line) OVER (PARTITION BY rcid, issue) AS first FROM unga_label) label
  WHERE line > first`;

/** A party that votes on a roll call twice, or votes and is absent. Two names can belong to one party. */
export const doubleRecords = `
  WITH said AS NOT MATERIALIZED (
    SELECT said.*, unga_period.party FROM (${saidByCountry}) said
    JOIN unga_period ON ${onTheDay('said.country', 'said.tabled_on')}),
  twice AS (SELECT rcid, party FROM said GROUP BY rcid, party HAVING count(*) > 1)
  SELECT file, line, 'a second record of ' || party || ' on roll call ' || rcid AS found, 'one' AS expected, first_file, first_line
  FROM (
    SELECT said.*, row_number() OVER records AS nth, first_value(file) OVER records AS first_file,
      first_value(line) OVER records AS first_line
    FROM said JOIN twice USING (rcid, party) WINDOW records AS (PARTITION BY rcid, party ORDER BY file, line)) record
  WHERE nth > 1`;

/** A duplicate roll call in roll_calls.csv. */
export const doubleRollCalls = `
  SELECT file, line, 'roll call ' || rcid || ' again' AS found, 'it once' AS expected, file AS first_file, first AS first_line
  FROM (SELECT *, min(line) OVER (PARTITION BY rcid) AS first FROM unga_roll_call) r
  WHERE line > first`;

/** A record of a roll call that is not in roll_calls.csv. */
export const unknownRollCalls = `
  SELECT file, line, 'roll call ' || rcid AS found, 'one of the roll calls of roll_calls.csv' AS expected,
    NULL::smallint AS first_file, NULL::int AS first_line
  FROM (
    SELECT file, line, rcid FROM unga_label
    UNION ALL SELECT file, line, rcid FROM unga_vote
    UNION ALL SELECT file, line, rcid FROM unga_absence) said
  WHERE NOT EXISTS (SELECT FROM unga_roll_call r WHERE r.rcid = said.rcid)`;

interface Breach {
  readonly file: number;
  readonly line: number;
  readonly found: string;
  readonly expected: string;
  /** Location of the first of two records. */
  readonly first_file: number | null;
  readonly first_line: number | null;
  readonly total: number;
}

/** Adds contradictions between the records of the files: all are counted, the first hundred of each kind are listed. */
export async function checkStaged(
  client: ClientBase,
  files: readonly UngaFile[],
  problems: ProblemList,
): Promise<void> {
  const place = (file: number, line: number) => `${files[file]?.path}:${line}`;
  const run = async (check: string) => {
    const { rows } = await client.query<Breach>(
      `SELECT *, count(*) OVER ()::int AS total FROM (${check}) breach ORDER BY file, line LIMIT 100`,
    );
    const found = rows.map(({ file, line, found, expected, first_file, first_line }) => ({
      at: place(file, line),
      found,
      expected:
        first_file === null || first_line === null ? expected : `${expected}, as at ${place(first_file, first_line)}`,
    }));
    problems.addMany(found, rows[0]?.total);
    return found.length === 0;
  };
  // With a duplicate roll call, every record of it would look duplicate.
  if (!(await run(doubleRollCalls))) return;
  for (const check of [unknownRollCalls, doubleLabels, nobodyOnTheDay, doubleRecords]) await run(check);
}
