import { type ClientBase, escapeLiteral } from 'pg';
import type { ProblemList } from '../outcome.ts';
import type { RollCallFiles } from '../reader.ts';

/** Every vote and absence with the day of its roll call. Voters that were not members are excluded. */
export const saidByVoter = `
  SELECT said.*, r.name AS roll_call_name, r.tabled_on FROM (
    SELECT file, line, roll_call, voter FROM staged_vote
    UNION ALL SELECT file, line, roll_call, voter FROM staged_absence WHERE absent) said
  JOIN staged_roll_call r USING (roll_call)`;

/** Condition that a row of staged_voter identifies a voter on the day of a roll call. */
export const onTheDay = (voter: string, day: string) =>
  `staged_voter.voter = ${voter} AND ${day} >= staged_voter."from" AND ${day} < staged_voter.until`;

/** A vote or an absence of a voter on a day for which it is no party. */
export const nobodyOnTheDay = `
  SELECT file, line, known.name || ' on ' || tabled_on AS found, 'it ' || known.days || ', as the crosswalk has it' AS expected,
    NULL::smallint AS first_file, NULL::int AS first_line
  FROM (${saidByVoter}) said
  JOIN (
    SELECT voter, name, string_agg(
      CASE WHEN "from" = '-infinity' THEN 'before ' || until
        WHEN until = 'infinity' THEN 'from ' || "from" || ' on'
        ELSE 'from ' || "from" || ' until ' || until END, ' or ' ORDER BY "from") AS days
    FROM staged_voter GROUP BY voter, name) known USING (voter)
  WHERE NOT EXISTS (SELECT FROM staged_voter WHERE ${onTheDay('said.voter', 'said.tabled_on')})`;

/** A duplicate issue of a roll call. */
export const doubleLabels = `
  SELECT file, line, 'issue ' || issue || ' of roll call ' || roll_call_name || ' again' AS found, 'it once' AS expected, first_file, first_line
  FROM (
    SELECT label.*, r.name AS roll_call_name, row_number() OVER records AS nth, first_value(label.file) OVER records AS first_file,
      first_value(label.line) OVER records AS first_line
    FROM staged_label label JOIN staged_roll_call r USING (roll_call)
    WINDOW records AS (PARTITION BY roll_call, issue ORDER BY label.file, label.line)) label
  WHERE nth > 1`;

/** A party that votes on a roll call twice, or votes and is absent. Two names can belong to one party. */
export const doubleRecords = `
  WITH said AS NOT MATERIALIZED (
    SELECT said.*, staged_voter.party FROM (${saidByVoter}) said
    JOIN staged_voter ON ${onTheDay('said.voter', 'said.tabled_on')}),
  twice AS (SELECT roll_call, party FROM said GROUP BY roll_call, party HAVING count(*) > 1)
  SELECT file, line, 'a second record of ' || party || ' on roll call ' || roll_call_name AS found, 'one' AS expected, first_file, first_line
  FROM (
    SELECT said.*, row_number() OVER records AS nth, first_value(file) OVER records AS first_file,
      first_value(line) OVER records AS first_line
    FROM said JOIN twice USING (roll_call, party) WINDOW records AS (PARTITION BY roll_call, party ORDER BY file, line)) record
  WHERE nth > 1`;

/** A duplicate roll call. */
export const doubleRollCalls = `
  SELECT file, line, 'roll call ' || name || ' again' AS found, 'it once' AS expected, first_file, first_line
  FROM (
    SELECT *, row_number() OVER records AS nth, first_value(file) OVER records AS first_file, first_value(line) OVER records AS first_line
    FROM staged_roll_call WINDOW records AS (PARTITION BY roll_call ORDER BY file, line)) r
  WHERE nth > 1`;

/** A record of a roll call that the files do not describe. */
const unknownRollCalls = (where: string) => `
  SELECT file, line, 'roll call ' || roll_call AS found, ${escapeLiteral(`one of the roll calls of ${where}`)} AS expected,
    NULL::smallint AS first_file, NULL::int AS first_line
  FROM (
    SELECT file, line, roll_call FROM staged_label
    UNION ALL SELECT file, line, roll_call FROM staged_vote
    UNION ALL SELECT file, line, roll_call FROM staged_absence) said
  WHERE NOT EXISTS (SELECT FROM staged_roll_call r WHERE r.roll_call = said.roll_call)`;

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
  { files, rollCallsIn }: Pick<RollCallFiles, 'files' | 'rollCallsIn'>,
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
  for (const check of [unknownRollCalls(rollCallsIn), doubleLabels, nobodyOnTheDay, doubleRecords]) await run(check);
}
