import { InvalidArgumentError, Option } from 'commander';
import { type Format, formats, parquetCompressions } from '#exports/format.ts';

/** A comma-separated list of formats, each once, in our order. Throws InvalidArgumentError. */
export function parseFormats(text: string): readonly Format[] {
  const named = text.split(',').map((part) => part.trim().toLowerCase());
  const unknown = named.find((part) => !formats.some((format) => format === part));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`Found "${unknown}", expected ${formats.join(', ')}, separated by commas.`);
  return formats.filter((format) => named.includes(format));
}

/** The option by which every command that defines or makes an export says how Parquet files are packed. */
export const parquetOption = (): Option =>
  new Option('--parquet-compression <kind>', 'compress Parquet files inside; default: zstd').choices([
    ...parquetCompressions,
  ]);

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The name of an export, which is also the name of its folder. Throws InvalidArgumentError. */
export function parseExportName(text: string): string {
  if (slug.test(text) && text.length <= 100) return text;
  throw new InvalidArgumentError(
    'Expected lower-case letters and digits, joined by single hyphens, at most 100 characters.',
  );
}

/** A whole number with a minimum. Throws InvalidArgumentError. */
export const parseWholeNumber = (least: number) => (text: string) => {
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= least) return number;
  throw new InvalidArgumentError(`Expected a whole number of at least ${least}.`);
};
