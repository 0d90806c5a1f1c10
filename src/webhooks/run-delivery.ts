import type { Pool } from 'pg';
import type { JobWithMetadata } from 'pg-boss';
import type { WebhookDestination } from '#config/webhooks.ts';
import type { Logger } from './logger.ts';
import { post } from './post.ts';
import type { DeliveryJob } from './queue-deliveries.ts';

export interface DeliveryContext {
  readonly pool: Pool;
  readonly logger: Logger;
  readonly timeoutMs: number;
  /** Aborted when the worker must stop. */
  readonly stopping: AbortSignal;
}

/** What `webhook-id` is for a delivery. */
export const messageId = (id: string): string => `msg_${id}`;

interface Begun {
  readonly id: string;
  readonly revision: number;
  readonly body: string;
  readonly attempts: number;
}

/**
 * One attempt of a delivery, and what became of it. Throws when it failed and is tried again. A worker that is killed after the receiver took the message
 * and before that is noted leaves it to the next attempt, which sends the same id.
 */
export async function runDelivery(
  { pool, logger, timeoutMs, stopping }: DeliveryContext,
  destination: WebhookDestination,
  job: JobWithMetadata<DeliveryJob>,
): Promise<void> {
  const { rows } = await pool.query<Begun>(
    `UPDATE webhook_delivery SET attempts = attempts + 1 WHERE job_id = $1 AND status = 'WAITING'
     RETURNING id, revision, body, attempts`,
    [job.id],
  );
  const [begun] = rows;
  if (begun === undefined) return; // it was delivered by the attempt before, which was cut short after that
  const { id, revision, body, attempts } = begun;
  const signal = AbortSignal.any([job.signal, stopping]);
  const attempted = await post({ destination, id: messageId(id), body, timeoutMs, signal });
  const about = { webhook: destination.name, revision, attempts };
  if (attempted.kind === 'DELIVERED') {
    await end(pool, id, 'DELIVERED', null);
    logger.info(about, 'webhook delivered');
    return;
  }
  const isLast = attempted.isFinal || job.retryCount >= job.retryLimit;
  if (isLast) await end(pool, id, 'DEAD', attempted.why);
  else await pool.query('UPDATE webhook_delivery SET error = $2 WHERE id = $1', [id, attempted.why]);
  logger.warn({ ...about, why: attempted.why, willRetry: !isLast }, 'webhook not delivered');
  if (!attempted.isFinal) throw new Error(attempted.why);
}

const end = (pool: Pool, id: string, status: 'DELIVERED' | 'DEAD', error: string | null) =>
  pool.query(`UPDATE webhook_delivery SET status = $2::"WebhookStatus", error = $3, ended_at = now() WHERE id = $1`, [
    id,
    status,
    error,
  ]);
