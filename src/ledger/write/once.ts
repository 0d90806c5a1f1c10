import type { Prisma, PrismaClient } from '../generated/client.ts';
import type { Idempotency } from './idempotency.ts';

/** What was done: the number of what was made, such as the version of a stored query; 0 when it has none. */
export interface Done {
  readonly number: number;
  readonly changed: boolean;
}

/** What became of it. `again`: it was done before, and nothing now. */
export type OnceOutcome = (Done & { readonly status: 'DONE'; readonly again: boolean }) | { readonly status: 'REUSED' };

/** Milliseconds for a connection, and for all of the work: others may have to end theirs first. */
const patience = { maxWait: 5_000, timeout: 20_000 };

// Writers that make no revision take it, so that two equal writes at once are one.
const managersLock = 1_179_201_111;

/**
 * Does something that makes no revision, all or nothing; with an idempotency key once. `REUSED`: the key was used for something else, and nothing
 * was done. What `work` throws undoes it.
 */
export function once(
  prisma: PrismaClient,
  idempotency: Idempotency | null,
  work: (tx: Prisma.TransactionClient) => Promise<Done>,
): Promise<OnceOutcome> {
  return prisma.$transaction(async (tx) => {
    if (idempotency === null) return { status: 'DONE', again: false, ...(await work(tx)) };
    const { apiKeyId, key, fingerprint } = idempotency;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${managersLock})`;
    const before = await tx.idempotencyKey.findUnique({ where: { apiKeyId_key: { apiKeyId, key } } });
    if (before !== null) {
      if (!fingerprint.equals(before.fingerprint)) return { status: 'REUSED' };
      return { status: 'DONE', again: true, number: before.revision, changed: before.changed };
    }
    const done = await work(tx);
    const said = new Uint8Array(fingerprint);
    await tx.idempotencyKey.create({
      data: { apiKeyId, key, fingerprint: said, revision: done.number, changed: done.changed },
    });
    return { status: 'DONE', again: false, ...done };
  }, patience);
}
