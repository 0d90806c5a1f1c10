import type { Destination } from '../destination/destination.ts';
import type { Compression, Format, ParquetCompression } from '../format.ts';
import type { Source } from '../source/source.ts';
import type { Report } from './progress.ts';

/** The task of one run. */
export interface ExportTask {
  readonly databaseUrl: string;
  readonly source: Source;
  readonly destination: Destination;
  /** Folder of the export in its destination. */
  readonly name: string;
  /** At least one. */
  readonly formats: readonly Format[];
  readonly compression: Compression | null;
  /** Default: `zstd`. */
  readonly parquetCompression?: ParquetCompression;
  /** How many versions are kept; null: all. */
  readonly keep: number | null;
  /** Null: the newest revision. */
  readonly asKnownAt: number | null;
  /** Publish a new version even if the latest has the same content. */
  readonly again: boolean;
  readonly report: Report;
  /** Aborts the run at its next step. */
  readonly signal: AbortSignal;
}
