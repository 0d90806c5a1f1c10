import type { ClientBase } from 'pg';
import type { Matches } from '../match/same-roll-call.ts';

/**
 * Makes the table of the propositions that the staged roll calls are: their own, or those of another source that are the same roll call. What is said of
 * the latter is dated as the other source has it, and a voter is who it was on `day`, the day that the files say. Roll calls of which it is
 * doubtful what they are have none.
 */
export async function targetRollCalls(client: ClientBase, { same }: Matches): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE staged_target ON COMMIT DROP AS
     SELECT r.roll_call, r.tabled_on AS day, p.id AS proposition_id, p.document_id, r.tabled_on, r.precision, false AS is_matched
     FROM staged_roll_call r JOIN staged_proposition p USING (key)
     UNION ALL
     SELECT r.roll_call, r.tabled_on, p.id, p.document_id, p.tabled_on, p.tabled_on_precision, true
     FROM unnest($1::int[], $2::int[]) AS same(ours, theirs) JOIN staged_roll_call r ON r.roll_call = ours JOIN proposition p ON p.id = theirs`,
    [[...same.keys()], [...same.values()]],
  );
  await client.query('ANALYZE staged_target');
}
