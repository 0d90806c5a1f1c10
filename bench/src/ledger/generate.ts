import type { Client } from 'pg';

/** Size of the roll calls of the General Assembly up to session 74. */
export const realRollCalls = 6_203;
const countries = 200;

// A stable number from 0 to 99 for a party and a proposition.
const dice = 'mod(hashint8(proposition.id * 1000::bigint + party.id) & 2147483647, 100)';

// Some fifty countries were there from the start, the others joined one by one; about one in twelve is absent.
const present = (rollCalls: number) => `
  FROM proposition, party
  WHERE proposition.body = 'X-UNGA' AND party.key LIKE 'X-T%'
    AND proposition.id - (SELECT min(id) FROM proposition WHERE body = 'X-UNGA')
      >= (substr(party.key, 4)::int - 50) / 150.0 * 0.62 * ${rollCalls}`;

/**
 * Puts made-up roll calls into a ledger: with 6,203 of them as many stances and absences as the General Assembly has, in the same shares of
 * yes, no and abstention. In one revision; keys are `X-T1` … and `x-unga-1` ….
 */
export async function generateRollCalls(client: Client, rollCalls: number): Promise<void> {
  await client.query('BEGIN');
  // Foreign keys of some million rows need not be looked up: they are right by construction.
  await client.query("INSERT INTO revision (author, source, message) VALUES ('bench', 'bench', 'Made-up roll calls')");
  await client.query('SET LOCAL session_replication_role = replica');
  const revision = '(SELECT last FROM revision_counter)';
  await client.query(`
    INSERT INTO party (key, kind, name, aliases, added_in)
    SELECT 'X-T' || n, 'COUNTRY', 'Country ' || n, '{}', ${revision} FROM generate_series(1, ${countries}) n`);
  await client.query(`
    INSERT INTO proposition (key, kind, text, body, session, tabled_on, tabled_on_precision, text_scope, added_in)
    SELECT 'x-unga-' || n, 'ROLL_CALL', 'Made-up roll call ' || n, 'X-UNGA', 1 + n % ${realRollCalls} / 85,
      date '1946-01-01' + 4 * (n % ${realRollCalls}), 'DAY', 'WHOLE', ${revision}
    FROM generate_series(1, ${rollCalls}) n`);
  await client.query(`
    INSERT INTO stance (party_id, proposition_id, position, held_from, basis, confidence, added_in)
    SELECT party.id, proposition.id,
      (CASE WHEN ${dice} < 81 THEN 'SUPPORT' WHEN ${dice} < 93 THEN 'NEUTRAL' ELSE 'OPPOSE' END)::"Position",
      proposition.tabled_on, 'VOTE', 'HIGH', ${revision}
    ${present(rollCalls)} AND hashint4(party.id * 7919 + proposition.id) % 100 NOT BETWEEN 0 AND 15`);
  await client.query(`
    INSERT INTO absence (party_id, proposition_id, date, added_in)
    SELECT party.id, proposition.id, proposition.tabled_on, ${revision}
    ${present(rollCalls)} AND hashint4(party.id * 7919 + proposition.id) % 100 BETWEEN 0 AND 15`);
  await client.query('COMMIT');
  await client.query('VACUUM ANALYZE');
}
