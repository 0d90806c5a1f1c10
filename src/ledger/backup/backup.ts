import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '#refusal/refusal.ts';

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

export type BackupErrorCode =
  | 'FOLDER_TAKEN'
  | 'UNWRITABLE'
  | 'NO_BACKUP'
  | 'NEWER_FORMAT'
  | 'OLDER_FORMAT'
  | 'DAMAGED'
  | 'OTHER_MIGRATIONS'
  | 'NOT_EMPTY';

/** A backup cannot be written or restored; nothing was changed. */
export class BackupError extends Refusal<BackupErrorCode> {
  override readonly name = 'BackupError';
}

/** How far a backup or its restoration has come. */
export interface BackupProgress {
  /** What is being done: `Writing stance`. */
  readonly step: string;
  /** Rows done with; null where nobody counts them. */
  readonly rows: number | null;
  /** Share of the step that is done, 0 to 1. */
  readonly done: number;
}

/** Is told of every step now and then, and at its end (`done` 1). */
export type ReportBackup = (progress: BackupProgress) => void;

export const reportNothing: ReportBackup = () => {};

export interface BackupOptions {
  readonly report?: ReportBackup;
  /** Aborted when somebody stops it: then what was begun is undone. */
  readonly signal?: AbortSignal;
}
