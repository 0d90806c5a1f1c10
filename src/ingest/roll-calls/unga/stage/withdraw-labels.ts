import type { ClientBase } from 'pg';
import type { Crosswalk } from '../../crosswalk/read-crosswalk.ts';

/** Withdraws the staged labels of issues after the last session for which the crosswalk says that they are right; gives how many there are. */
export async function withdrawLabels(client: ClientBase, { issues }: Pick<Crosswalk, 'issues'>): Promise<number> {
  const ending = issues.flatMap(({ key, lastSession }) => (lastSession === null ? [] : [{ key, last: lastSession }]));
  const { rowCount } = await client.query(
    `UPDATE staged_label label SET withdrawn = true
     FROM jsonb_to_recordset($1) AS ending(key text, last int), staged_roll_call r
     WHERE label.issue = ending.key AND r.roll_call = label.roll_call AND r.session > ending.last`,
    [JSON.stringify(ending)],
  );
  return rowCount ?? 0;
}
