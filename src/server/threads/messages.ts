import type { ExportDestination } from '#config/export-destinations.ts';
import type { PageSizes } from '#graphql/connection.ts';
import type { DocumentLimits } from '#graphql/execution/read-document.ts';
import type { LiveEvent } from '#graphql/live/following.ts';
import type { Caller } from '#ledger/keys/authenticate.ts';
import type { SnapshotPatch } from './snapshot-patch.ts';

/** What a thread is started with. */
export interface ThreadOptions {
  readonly databaseUrl: string;
  readonly pageSizes: PageSizes;
  readonly limits: DocumentLimits & { readonly maxCost: number };
  readonly destinations: readonly ExportDestination[];
}

/** A query for a thread. */
export interface ExecuteJob {
  readonly kind: 'EXECUTE';
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of a subscription: what is to be told. */
  readonly event: LiveEvent | undefined;
  readonly today: number;
  readonly caller: Caller | null;
  readonly hideSuggestions: boolean;
  readonly snapshot: SnapshotPatch;
  /** The revision of it that is to be taken for the newest; null: its own. */
  readonly asOfRevision: number | null;
}

/** A text to be validated; it can be parsed. */
export interface ValidateJob {
  readonly kind: 'VALIDATE';
  readonly text: string;
}

export type Job = ExecuteJob | ValidateJob;

/** An error as it is sent from one thread to another: of a class only its name is left. */
export interface SentError {
  readonly message: string;
  readonly positions: readonly number[] | undefined;
  readonly path: readonly (string | number)[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What a thread answers. */
export type ThreadAnswer =
  | { readonly kind: 'WRITTEN'; readonly json: string; readonly dependsOnDay: boolean }
  | { readonly kind: 'FAILED'; readonly data: unknown; readonly errors: readonly SentError[] };

/** Something for the log of the process. */
export interface LogLine {
  readonly kind: 'LOG';
  readonly level: 'warn' | 'error';
  readonly err: unknown;
  readonly message: string;
}

export type FromThread = ThreadAnswer | LogLine;
