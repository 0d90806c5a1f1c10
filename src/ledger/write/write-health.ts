import type { Pool } from 'pg';
import { WriteFailure } from './write-failure.ts';

/** What kept the last write of a pool from being done, and lasts until one is done. */
export interface LastingFailure {
  readonly code: 'DATABASE_READ_ONLY' | 'DATABASE_FULL';
  readonly since: Date;
}

const failures = new WeakMap<Pool, LastingFailure>();

/** Keeps that a write failed, if it is for a reason that others will fail for too. */
export function noteFailure(pool: Pool, error: unknown): void {
  if (!(error instanceof WriteFailure)) return;
  const { code } = error;
  if (code !== 'DATABASE_READ_ONLY' && code !== 'DATABASE_FULL') return;
  if (failures.get(pool)?.code !== code) failures.set(pool, { code, since: new Date() });
}

export const noteSuccess = (pool: Pool): void => void failures.delete(pool);

/** Null when the last write was done, or none was tried. */
export const lastingFailure = (pool: Pool): LastingFailure | null => failures.get(pool) ?? null;
