import type { Compression, Format } from '../format.ts';

/** A file of a version. */
export interface WrittenFile {
  /** Relative to the folder of the version, with `/`. */
  readonly path: string;
  readonly format: Format;
  /** Null for Parquet and for files that are not compressed. */
  readonly compression: Compression | null;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}
