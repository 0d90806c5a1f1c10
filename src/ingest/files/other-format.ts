import { extname } from 'node:path';
import type { Problem } from '#ledger/write/proposal.ts';

/** Files that people have and that are neither YAML nor CSV, by the ending of their names. */
const otherFormats: Readonly<Record<string, string>> = {
  '.tsv': 'a TSV',
  '.xls': 'an Excel',
  '.xlsx': 'an Excel',
  '.ods': 'an OpenDocument',
  '.parquet': 'a Parquet',
  '.ndjson': 'an NDJSON',
  '.jsonl': 'a JSON Lines',
  '.md': 'a Markdown',
  '.html': 'an HTML',
  '.pdf': 'a PDF',
  '.docx': 'a Word',
  '.gz': 'a gzip',
  '.zip': 'a ZIP',
};

const expected =
  'a YAML or CSV file (docs/importing.md explains both); roll calls of the UN are read by import unga --dir DIR and import undl FILE';

/** That a file is none of ours, as its name tells; null when it may be one. */
export function otherFormat(name: string): Problem | null {
  const format = otherFormats[extname(name).toLowerCase()];
  return format === undefined
    ? null
    : { at: `${name}:1:1`, found: `${format} file, which is neither YAML nor CSV`, expected };
}
