import type { MessagePort } from 'node:worker_threads';
import type { Config } from '#config/read-config.ts';
import type { RoomMemory } from '../live/room.ts';
import type { Figures } from '../metrics.ts';
import type { CostlyQuery } from '../threads/costly-queries.ts';
import type { SentError, ThreadAnswer, ValidateJob } from '../threads/messages.ts';
import type { SnapshotPatch } from '../threads/snapshot-patch.ts';

/** What an event loop is started with. */
export interface LoopOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  /** Of a standby of it, from which is read; null: there is none. */
  readonly standbyUrl: string | null;
  /** How many connections its own pool has. */
  readonly poolSize: number;
  readonly keySecret: string | null;
  /** How many loops the process has. */
  readonly loops: number;
  /** Whether requests are counted for Prometheus. */
  readonly counts: boolean;
  readonly budgets: SharedArrayBuffer;
  readonly room: RoomMemory;
  readonly rateLimitStore: Config['rateLimitStore'];
  readonly published: Published;
}

/** How a loop follows the snapshots of the first one. */
export interface Published {
  /** Where `PublishedMessage`s come, in order. */
  readonly port: MessagePort;
  /** An Int32: the edition that all loops answer from. */
  readonly edition: SharedArrayBuffer;
}

export type PublishedMessage =
  /** What an edition is other than in the one before; null: there is no snapshot to answer from. */
  | { readonly kind: 'EDITION'; readonly edition: number; readonly patch: SnapshotPatch | null }
  /** That the edition sent before is what the ledger says, at a time in milliseconds. All loops have it by now. */
  | { readonly kind: 'CHECKED'; readonly at: number }
  /** That the database is another, or away. */
  | { readonly kind: 'DISTRUST' };

/** What the first loop tells another. */
export type ToLoop =
  | { readonly kind: 'LISTEN'; readonly port: number }
  | { readonly kind: 'REGISTERED'; readonly text: string }
  | { readonly kind: 'COUNT'; readonly id: number }
  /** To let requests finish, and to accept no more. */
  | { readonly kind: 'FINISH' }
  /** To close its listener and connections, and what else it has open. */
  | { readonly kind: 'CLOSE' }
  | { readonly kind: 'EXECUTED'; readonly id: number; readonly outcome: Outcome };

/** What came of something that another thread was asked to execute. */
export type Outcome =
  | { readonly kind: 'ANSWERED'; readonly answer: ThreadAnswer }
  /** With an error that the client may see. */
  | { readonly kind: 'REFUSED'; readonly error: SentError }
  | { readonly kind: 'FAILED'; readonly error: unknown }
  /** The snapshot is not there any more. */
  | { readonly kind: 'TOO_OLD' };

/** What a loop tells the first. */
export type FromLoop =
  /** It can listen. */
  | { readonly kind: 'LOADED' }
  | { readonly kind: 'LISTENING' }
  | { readonly kind: 'LOG'; readonly lines: string }
  /** Somebody waits for a revision, as with `Snapshots.atLeast`. */
  | {
      readonly kind: 'AWAIT';
      readonly revision: number;
      readonly patienceMs: number;
      readonly digest: string | undefined;
    }
  /** The ledger may be elsewhere, or another: `Snapshots.check`. */
  | { readonly kind: 'DOUBT' }
  | { readonly kind: 'REGISTERED'; readonly text: string }
  | { readonly kind: 'COUNTED'; readonly id: number; readonly figures: Figures }
  | { readonly kind: 'EXECUTE'; readonly id: number; readonly edition: number; readonly query: CostlyQuery }
  | { readonly kind: 'CHECK'; readonly id: number; readonly job: ValidateJob }
  /** Its requests have ended. */
  | { readonly kind: 'FINISHED' }
  | { readonly kind: 'CLOSED' };
