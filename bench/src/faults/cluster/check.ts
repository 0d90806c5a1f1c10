import type { Witness } from './clients.ts';
import type { Machine } from './machine.ts';

interface RevisionRow {
  readonly number: number;
  readonly digest: string;
  readonly message: string;
  readonly count: number;
}

/** For how long after a new primary was there an answer may still be from what the old one had and nobody has. */
const noticedWithinMs = 8_000;

/**
 * Compares what was acknowledged and answered during a fault with the ledger as it is now. `bodies` are those of all entity tags so far. `lost`: what
 * was acknowledged and is not there; `ghosts`: answers from revisions that were lost, while or shortly after they were.
 */
export async function check(
  machine: Machine,
  witness: Witness,
  bodies: Map<string, string>,
  { primaryAt, mayLose }: { readonly primaryAt: number; readonly mayLose: boolean },
) {
  const rows = await machine.sql<RevisionRow>(`
    SELECT number, encode(digest, 'hex') AS digest, message,
      (SELECT count(*)::int FROM stance s JOIN proposition p ON p.id = s.proposition_id JOIN party ON party.id = s.party_id
       WHERE p.key = 'tw-inalienable' AND party.key IN ('LU', 'IS') AND s.added_in <= number AND (s.retired_in IS NULL OR s.retired_in > number)) AS count
    FROM revision ORDER BY number`);
  const located = await machine.sql<{ key: string; locator: string }>(`
    SELECT lower(party.key) || '--' || proposition.key || '--' || held_from AS key, string_agg(locator, ',') AS locator
    FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
      JOIN citation ON citation.stance_id = stance.id
    WHERE proposition.key = 'tw-inalienable' AND party.key IN ('LU', 'IS') AND stance.retired_in IS NULL GROUP BY 1 HAVING count(*) = 1`);
  const byDigest = new Map(rows.map((row) => [row.digest, row]));
  const locators = new Map(located.map(({ key, locator }) => [key, locator]));
  const wrong: string[] = [];
  const lost = witness.acknowledged.filter(({ digest }) => !byDigest.has(digest));
  if (!mayLose)
    for (const { message, revision } of lost) wrong.push(`lost: ${message}, acknowledged in revision ${revision}`);
  for (const { message } of witness.acknowledged) {
    const times = rows.filter((row) => row.message === message).length;
    if (times > 1) wrong.push(`${message} is there ${times} times`);
  }
  let ghosts = 0;
  for (const given of witness.given) {
    const before = given.etag === null ? undefined : bodies.get(given.etag);
    if (before !== undefined && before !== given.body)
      wrong.push(`one tag ${given.etag} for ${before} and ${given.body}`);
    if (given.etag !== null) bodies.set(given.etag, given.body);
    const row = byDigest.get(given.digest);
    if (row === undefined) {
      ghosts++;
      const late = given.at - primaryAt;
      if (!mayLose || (late > noticedWithinMs && given.staleSince === null))
        wrong.push(`an answer of no ledger, ${Math.round(late)} ms after the new primary: ${given.body.slice(0, 300)}`);
      continue;
    }
    if (row.number !== given.revision || row.count !== given.count)
      wrong.push(`found ${given.count} stances at ${given.revision}, the ledger has ${row.count} at ${row.number}`);
    const expected = `${row.number} ${row.digest} ${row.message}`;
    if (given.message !== null && given.message !== expected)
      wrong.push(`found ${given.message}, the ledger has ${expected}`);
    for (const [key, locator] of given.cited) {
      const known = locators.get(key);
      if (known !== locator) wrong.push(`${key}: found ${locator}, the ledger has ${known}`);
    }
  }
  return { wrong, lost: lost.length, ghosts };
}
