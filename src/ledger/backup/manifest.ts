import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What this Concord writes, and the newest that it reads. */
export const formatVersion = 2;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

const table = z.strictObject({
  name: z.string(),
  /** Beside the manifest: gzip of CSV with a header, as PostgreSQL's COPY writes it. */
  file: z.string().regex(/^[a-z_]+\.csv\.gz$/),
  columns: z.array(z.string().regex(/^[a-z0-9_]+$/)),
  rows: count,
  bytes: count,
  sha256,
});

export const manifestForm = z.strictObject({
  format: z.literal('concord-ledger'),
  version: z.literal(formatVersion),
  /** When the transaction began that it was read in. */
  time: z.iso.datetime(),
  /** Id of the ledger, which the restored one keeps. */
  ledger: z.uuid(),
  /** The newest revision; every one from 1 to it is there. */
  revision: count,
  /** Its digest; in an empty ledger what the first revision is chained to. */
  digest: sha256,
  migrations: z.array(z.string()),
  tables: z.array(table),
  /** Of the manifest itself; see `checksumOf`. */
  sha256,
});

/** What is in a backup. */
export type Manifest = z.infer<typeof manifestForm>;
export type BackedUpTable = Manifest['tables'][number];

/** The SHA-256 of a manifest: of everything in it but this, as JSON without spaces. */
export function checksumOf({ sha256: _, ...rest }: Record<string, unknown>): string {
  return createHash('sha256').update(JSON.stringify(rest)).digest('hex');
}
