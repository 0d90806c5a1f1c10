import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/** A write that may be sent again: whose, by which key, and what it says. */
export interface Idempotency {
  readonly apiKeyId: number;
  readonly key: string;
  /** SHA-256 of everything that it says. */
  readonly fingerprint: Buffer;
}

/** What was answered to a write. */
export interface FirstAnswer {
  readonly revision: number;
  readonly changed: boolean;
  /** Whether it said the same. */
  readonly same: boolean;
}

/** The SHA-256 of plain data, whatever the order of its keys. */
export function fingerprintOf(data: unknown): Buffer {
  const inOrder = (_key: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return createHash('sha256').update(JSON.stringify(data, inOrder)).digest();
}

/** What was answered to the write of this key, or null when there was none. */
export async function firstAnswer(client: ClientBase, { apiKeyId, key, fingerprint }: Idempotency) {
  const { rows } = await client.query<FirstAnswer>(
    'SELECT revision, changed, fingerprint = $3 AS same FROM idempotency_key WHERE api_key_id = $1 AND key = $2',
    [apiKeyId, key, fingerprint],
  );
  return rows[0] ?? null;
}

/**
 * Keeps the answer to a write for at least seven days, and drops older ones. Does nothing when there is an answer already, as when two equal
 * writes that change nothing come at once.
 */
export async function keepAnswer(
  client: ClientBase,
  { apiKeyId, key, fingerprint }: Idempotency,
  { revision, changed }: Omit<FirstAnswer, 'same'>,
): Promise<void> {
  await client.query("DELETE FROM idempotency_key WHERE created_at < now() - interval '7 days'");
  await client.query(
    `INSERT INTO idempotency_key (api_key_id, key, fingerprint, revision, changed) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [apiKeyId, key, fingerprint, revision, changed],
  );
}
