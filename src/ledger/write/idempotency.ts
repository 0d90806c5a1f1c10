import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';

/** A write that may be sent again: whose, by which key, and what it says. */
export interface Idempotency {
  readonly apiKeyId: number;
  readonly key: string;
  /** SHA-256 of everything that it says. */
  readonly fingerprint: Buffer;
}

/** What was answered to a write. */
export interface FirstAnswer {
  /** Of what was made: the revision; by a write that makes none, such as the version of a stored query. */
  readonly number: number;
  readonly changed: boolean;
  /** Whether it said the same. */
  readonly same: boolean;
}

/** Asks the open transaction of the write, whichever driver it was begun with. */
export type Ask = <Row extends object>(
  statement: { readonly name: string; readonly text: string },
  values: readonly unknown[],
) => Promise<readonly Row[]>;

/** The SHA-256 of plain data, whatever the order of its keys. */
export const fingerprintOf = (data: unknown): Buffer => createHash('sha256').update(canonicalJson(data)).digest();

const find = {
  name: 'first answer',
  text: `SELECT revision AS number, changed, fingerprint = $3::bytea AS same FROM idempotency_key
    WHERE api_key_id = $1::int AND key = $2::text`,
};

// Whoever keeps one drops some old ones, so that no write has many to drop. Those that another one is dropping are left to it.
const keep = {
  name: 'keep answer',
  text: `WITH old AS (
      SELECT api_key_id, key FROM idempotency_key WHERE created_at < now() - interval '7 days'
      ORDER BY created_at LIMIT 20 FOR UPDATE SKIP LOCKED),
    dropped AS (DELETE FROM idempotency_key kept USING old WHERE kept.api_key_id = old.api_key_id AND kept.key = old.key)
    INSERT INTO idempotency_key (api_key_id, key, fingerprint, revision, changed)
    VALUES ($1::int, $2::text, $3::bytea, $4::int, $5::boolean)`,
};

/** What was answered to the write of this key, or null when there was none. */
export async function firstAnswer(ask: Ask, { apiKeyId, key, fingerprint }: Idempotency): Promise<FirstAnswer | null> {
  const rows = await ask<FirstAnswer>(find, [apiKeyId, key, fingerprint]);
  return rows[0] ?? null;
}

/** Keeps the answer to a write for at least seven days. Fails when another one was answered by the key meanwhile. */
export async function keepAnswer(
  ask: Ask,
  { apiKeyId, key, fingerprint }: Idempotency,
  { number, changed }: Omit<FirstAnswer, 'same'>,
): Promise<void> {
  await ask(keep, [apiKeyId, key, fingerprint, number, changed]);
}
