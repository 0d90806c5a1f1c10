import type { ClientBase } from 'pg';
import type { AmbiguousRollCall, ToldMatches } from '../outcome.ts';
import type { RollCallFiles } from '../reader.ts';
import type { Matches } from './same-roll-call.ts';

interface Selected extends Omit<AmbiguousRollCall, 'at'> {
  readonly file: number;
  readonly line: number;
}

/** What is told of matches, given the tables of a comparison. */
export async function toldMatches(
  client: ClientBase,
  { files }: Pick<RollCallFiles, 'files'>,
  { same, ambiguous }: Matches,
): Promise<ToldMatches> {
  const counted = await client.query<{ differences: number }>(
    'SELECT ((SELECT count(*) FROM staged_difference) + (SELECT count(*) FROM staged_other WHERE overruled))::int AS differences',
  );
  const doubtful = [...ambiguous].flatMap(([ours, theirs]) => theirs.map((their) => [ours, their] as const));
  const { rows } = await client.query<Selected>(
    `SELECT r.file, r.line, r.name AS "rollCall", r.symbol, array_agg(p.key ORDER BY p.id) AS candidates
     FROM unnest($1::int[], $2::int[]) AS doubtful(ours, theirs) JOIN staged_roll_call r ON r.roll_call = ours JOIN proposition p ON p.id = theirs
     GROUP BY 1, 2, 3, 4 ORDER BY 1, 2`,
    [doubtful.map(([ours]) => ours), doubtful.map(([, theirs]) => theirs)],
  );
  return {
    matched: same.size,
    differences: counted.rows[0]?.differences ?? 0,
    ambiguous: rows.map(({ file, line, ...rollCall }) => ({ at: `${files[file]?.path}:${line}`, ...rollCall })),
  };
}
