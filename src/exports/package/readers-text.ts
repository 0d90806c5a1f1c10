import type { ParquetCompression } from '../format.ts';
import type { VersionIndex } from './version-index.ts';

const parquetNames: Readonly<Record<ParquetCompression, string>> = { zstd: 'Zstandard', snappy: 'Snappy' };

/** How programs read CSV files of ours without losing `NA`, the key of Namibia; `file` is one of them. */
export const csvReaders = (file: string): string =>
  [
    'The key of Namibia is `NA`, which R and pandas by default take for a missing value. Read CSV files with:',
    '',
    '| program | how |',
    '|---|---|',
    `| R | \`read.csv("${file}", na.strings = "")\` or \`readr::read_csv("${file}", na = "")\` |`,
    `| pandas | \`pandas.read_csv("${file}", keep_default_na=False, na_values=[""])\` |`,
    '| Excel | Data > From Text/CSV, file origin "65001: Unicode (UTF-8)"; a double click shows `TÃ¼rkiye` |',
  ].join('\n');

/** What readers of a version's formats have to know, a paragraph each. */
export function readersText({ formats, tables, parquetCompression }: VersionIndex): string[] {
  const files = tables.flatMap((table) => table.files.filter(({ format }) => format === 'csv'));
  const file = files.find(({ path }) => path.startsWith('parties.')) ?? files[0];
  return [
    ...(formats.includes('parquet') ? [`Parquet files are compressed with ${parquetNames[parquetCompression]}.`] : []),
    ...(file === undefined ? [] : [csvReaders(file.path)]),
  ];
}
