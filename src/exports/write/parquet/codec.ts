import { constants, zstdCompressSync } from 'node:zlib';
import type { CompressionCodec } from 'hyparquet';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import type { ParquetCompression } from '../../format.ts';

/** How the pages of a Parquet file are packed. */
export interface Codec {
  /** As the footer names it. */
  readonly name: CompressionCodec;
  readonly pack: (bytes: Uint8Array) => Uint8Array;
}

export const codecs: Readonly<Record<ParquetCompression, Codec>> = {
  zstd: {
    name: 'ZSTD',
    pack: (bytes) => zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
  },
  snappy: { name: 'SNAPPY', pack: snappyCompress },
};
