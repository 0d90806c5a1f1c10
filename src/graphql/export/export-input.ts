import type { Compression, Format, ParquetCompression } from '#exports/format.ts';
import type { Problem } from '#ledger/write/proposal.ts';

/** As GraphQL names what definitions have in lower case. */
export const formatsOf = (formats: readonly Uppercase<Format>[]): readonly Format[] => [
  ...new Set(formats.map((format) => format.toLowerCase() as Format)),
];

export const compressionOf = (compression: Uppercase<Compression> | null): Compression | null =>
  compression === null ? null : (compression.toLowerCase() as Compression);

/** Nothing where it is left out. */
export const parquetCompressionOf = (
  compression: Uppercase<ParquetCompression> | null | undefined,
): { readonly parquetCompression?: ParquetCompression } =>
  compression ? { parquetCompression: compression.toLowerCase() as ParquetCompression } : {};

/** Problems of a definition with their paths in the input. */
export const atInput = (problems: readonly Problem[]): Problem[] =>
  problems.map(({ at, ...problem }) => ({ at: `input.${at}`, ...problem }));
