import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { PgBoss } from 'pg-boss';
import { withTransaction } from '#postgres/transaction.ts';
import { queueOf } from './jobs.ts';

/** What a job says: the rest is in the delivery that has its id. */
export interface DeliveryJob {
  readonly revision: number;
}

const mostAtOnce = 100;

/** Makes jobs of the deliveries of a destination that have none, oldest revision first; each in one transaction with the note of it, so that none has two. */
export async function queueDeliveries(boss: PgBoss, pool: Pool, destination: string): Promise<void> {
  const { rows } = await pool.query<{ id: string; revision: number }>(
    `SELECT id, revision FROM webhook_delivery
     WHERE status = 'WAITING' AND destination = $1 AND job_id IS NULL ORDER BY revision LIMIT $2`,
    [destination, mostAtOnce],
  );
  for (const { id, revision } of rows) {
    await withTransaction(pool, 'WRITE', async (client) => {
      const jobId = randomUUID();
      const { rowCount } = await client.query(
        `UPDATE webhook_delivery SET job_id = $2 WHERE id = $1 AND job_id IS NULL AND status = 'WAITING'`,
        [id, jobId],
      );
      if (rowCount === 0) return; // another worker did
      const db = { executeSql: (text: string, values: unknown[] = []) => client.query(text, values) };
      await boss.send(queueOf(destination), { revision }, { id: jobId, singletonKey: destination, db });
    });
  }
}

const stopped = 'The worker stopped responding during the last attempt.';

/** Ends deliveries whose job has ended without them: the last attempt was cut short, or the job is gone. */
export async function settleAbandoned(boss: PgBoss, pool: Pool, destination: string): Promise<void> {
  const { rows } = await pool.query<{ id: string; job: string }>(
    `SELECT id, job_id AS job FROM webhook_delivery
     WHERE status = 'WAITING' AND destination = $1 AND job_id IS NOT NULL ORDER BY revision LIMIT $2`,
    [destination, mostAtOnce],
  );
  for (const { id, job } of rows) {
    const [found] = await boss.findJobs(queueOf(destination), { id: job });
    const states = `WHERE id = $1 AND job_id = $2 AND status = 'WAITING'`;
    if (found === undefined) await pool.query(`UPDATE webhook_delivery SET job_id = NULL ${states}`, [id, job]);
    else if (found.state === 'failed' || found.state === 'cancelled')
      await pool.query(
        `UPDATE webhook_delivery SET status = 'DEAD', ended_at = now(), error = coalesce(error, $3) ${states}`,
        [id, job, stopped],
      );
  }
}

/** Days for which what was delivered, and what was given up, is kept. */
export const keptDays = { delivered: 30, dead: 90 } as const;

export async function forgetOld(pool: Pool): Promise<void> {
  await pool.query(
    `DELETE FROM webhook_delivery WHERE (status = 'DELIVERED' AND ended_at < now() - make_interval(days => $1))
     OR (status = 'DEAD' AND ended_at < now() - make_interval(days => $2))`,
    [keptDays.delivered, keptDays.dead],
  );
}
