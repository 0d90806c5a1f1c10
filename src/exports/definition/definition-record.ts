import type { ExportDefinitionModel } from '#postgres/generated/models.ts';
import type { Compression, Format } from '../format.ts';
import type { Definition } from './definition.ts';

/** A stored definition as it was defined. */
export const definitionOf = (record: ExportDefinitionModel): Definition => ({
  name: record.name,
  what: record.what,
  formats: record.formats.map((format) => format.toLowerCase() as Format), // the enum holds ours in upper case
  compression: record.compression && (record.compression.toLowerCase() as Compression),
  schedule: record.schedule,
  zone: record.zone,
  destination: record.destination,
  keep: record.keep,
});

/** The columns of a definition. */
export const recordOf = ({ formats, compression, ...same }: Definition) => ({
  ...same,
  formats: formats.map((format) => format.toUpperCase() as Uppercase<Format>),
  compression: compression && (compression.toUpperCase() as Uppercase<Compression>),
});
