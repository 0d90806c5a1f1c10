import type { ClientBase } from 'pg';
import { changeTable } from './record-table.ts';
import { wantedMemberships } from './wanted.ts';

const isWithin = `t."from" < said."from" AND coalesce(t.until, 'infinity') >= coalesce(said.until, 'infinity')`;

/**
 * Leaves out staged memberships that are part of longer ones which the source knows already: files of one year say less than those of all. A
 * membership that the files have with the same first day corrects the one that stands, and is no part of it.
 */
export async function leaveLongerMemberships(client: ClientBase, source: string): Promise<void> {
  await client.query(
    `DELETE FROM staged_membership said USING staged_party whole, staged_party part, membership t, revision
     WHERE whole.key = said.bloc AND part.key = said.member AND t.bloc_id = whole.id AND t.member_id = part.id
       AND t.retired_in IS NULL AND revision.number = t.added_in AND revision.source = $1 AND ${isWithin}
       AND NOT EXISTS (SELECT FROM staged_membership same
         WHERE (same.bloc, same.member, same."from") = (said.bloc, said.member, t."from"))`,
    [source],
  );
}

/** A membership that overlaps a new one of the same member corrects it: the one that stood is not lacking. */
export async function noteMovedMemberships(client: ClientBase): Promise<void> {
  const change = changeTable(wantedMemberships);
  await client.query(
    `UPDATE ${change} change SET action = 'move' FROM membership t
     WHERE change.action = 'unsaid' AND t.id = change.standing AND EXISTS (
       SELECT FROM ${change} said
       WHERE said.action IN ('add', 'replace') AND (said.bloc_id, said.member_id) = (t.bloc_id, t.member_id)
         AND said."from" < coalesce(t.until, 'infinity') AND t."from" < coalesce(said.until, 'infinity'))`,
  );
}
