import type { Destination } from '../destination/destination.ts';
import type { Compression, Format, ParquetCompression } from '../format.ts';
import type { Source } from '../source/source.ts';
import type { Report } from './progress.ts';

/** What one run has to do. */
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
  /** How many versions stay; null keeps all. */
  readonly keep: number | null;
  /** Null is the newest revision. */
  readonly asKnownAt: number | null;
  /** Publish a new version even where the latest says the same. */
  readonly again: boolean;
  readonly report: Report;
  /** Ends the run at its next step. */
  readonly signal: AbortSignal;
}
