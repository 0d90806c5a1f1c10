import type { ExportDefinitionModel } from '#postgres/generated/models.ts';
import { type Compression, type Format, type ParquetCompression, usualParquetCompression } from '../format.ts';
import type { Definition } from './definition.ts';

/** The definition in a stored record. */
export const definitionOf = (record: ExportDefinitionModel): Definition => ({
  name: record.name,
  what: record.what,
  formats: record.formats.map((format) => format.toLowerCase() as Format), // the enum holds ours in upper case
  compression: record.compression && (record.compression.toLowerCase() as Compression),
  parquetCompression: record.parquetCompression.toLowerCase() as ParquetCompression,
  schedule: record.schedule,
  zone: record.zone,
  destination: record.destination,
  keep: record.keep,
});

/** The columns of a stored definition. */
export const recordOf = ({
  formats,
  compression,
  parquetCompression = usualParquetCompression,
  ...same
}: Definition) => ({
  ...same,
  formats: formats.map((format) => format.toUpperCase() as Uppercase<Format>),
  compression: compression && (compression.toUpperCase() as Uppercase<Compression>),
  parquetCompression: parquetCompression.toUpperCase() as Uppercase<ParquetCompression>,
});
