import type { Pool } from 'pg';

export type DeliveryStatus = 'WAITING' | 'DELIVERED' | 'DEAD';

/** What a destination is, was or could not be told of one revision. */
export interface Delivery {
  /** As the receiver sees it in `webhook-id`. */
  readonly id: string;
  readonly destination: string;
  readonly revision: number;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  /** Why the last attempt failed; null when it did not. */
  readonly error: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

/** A destination that was followed, whether or not it is still configured. */
export interface Followed {
  readonly name: string;
  /** The newest revision that it was looked through for. */
  readonly revision: number;
  /** Why it cannot be told of later ones at the moment; null when nothing is in the way. */
  readonly problem: string | null;
  readonly waiting: number;
  readonly delivered: number;
  readonly dead: number;
}

const columns = `'msg_' || id AS id, destination, revision, status, attempts, error, created_at AS "createdAt", ended_at AS "endedAt"`;

export interface DeliveryFilter {
  /** Null: all. */
  readonly destination: string | null;
  readonly status: DeliveryStatus | null;
}

/** Deliveries, the newest revision first. */
export async function listDeliveries(
  pool: Pool,
  { destination, status }: DeliveryFilter,
  most: number,
): Promise<readonly Delivery[]> {
  const { rows } = await pool.query<Delivery>(
    `SELECT ${columns} FROM webhook_delivery
     WHERE ($1::text IS NULL OR destination = $1) AND ($2::"WebhookStatus" IS NULL OR status = $2)
     ORDER BY revision DESC, destination LIMIT $3`,
    [destination, status, most],
  );
  return rows;
}

/** Every destination that was ever followed, by name. */
export async function listFollowed(pool: Pool): Promise<readonly Followed[]> {
  const count = (status: DeliveryStatus) => `count(id) FILTER (WHERE status = '${status}')::int`;
  const { rows } = await pool.query<Followed>(
    `SELECT destination AS name, webhook_cursor.revision, problem, ${count('WAITING')} AS waiting,
       ${count('DELIVERED')} AS delivered, ${count('DEAD')} AS dead
     FROM webhook_cursor LEFT JOIN webhook_delivery USING (destination)
     GROUP BY destination, webhook_cursor.revision, problem ORDER BY destination`,
  );
  return rows;
}

/**
 * Has deliveries that were given up tried again, with the ids that they had: one, or all of a destination. Gives how many.
 */
export async function sendAgain(
  pool: Pool,
  which: { readonly id: string } | { readonly destination: string },
): Promise<number> {
  const [column, value] = 'id' in which ? [`'msg_' || id`, which.id] : ['destination', which.destination];
  const { rowCount } = await pool.query(
    `UPDATE webhook_delivery SET status = 'WAITING', job_id = NULL, attempts = 0, ended_at = NULL
     WHERE status = 'DEAD' AND ${column} = $1`,
    [value],
  );
  return rowCount ?? 0;
}
