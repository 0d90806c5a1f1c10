import { columnsTable } from './columns-table.ts';
import { readersText } from './readers-text.ts';
import type { TextFile, Version } from './version.ts';

/** `README.md` of a version: its origin, its files, and the meaning of every column. */
export function readme({ source, index }: Version): TextFile {
  const { number, time, digest } = index.revision;
  const blocks = [
    `# ${source.title}`,
    source.description,
    `Version \`${index.version}\` of \`${index.name}\`: revision ${number} (${time}, digest \`${digest}\`) of the ledger \`${index.ledger}\`, written ${index.createdAt}. The files in this folder never change.`,
    ['## Files', '', '| table | rows | files |', '|---|---|---|', ...index.tables.map(fileRow)].join('\n'),
    '`datapackage.json` describes them (Data Package v2), `*.csv-metadata.json` describes each CSV file (CSV on the Web), `index.json` has the facts above for programs, and `sha256sum -c SHA256SUMS` checks that the files are complete.',
    'CSV files are UTF-8 with a header row and line feeds; an empty field is null, `""` is an empty string. Every line of an NDJSON file is one row. In Parquet a JSON array is a string, and a `datetime` is a timestamp in UTC.',
    ...readersText(index),
    deltaText(index),
    '## Licences and sources',
    index.sources.map(sourceLine).join('\n'),
    ...source.tables.map((table) => `## ${table.name}\n\n${table.description}\n\n${columnsTable(table)}`),
  ];
  return { path: 'README.md', text: `${blocks.join('\n\n')}\n` };
}

const fileRow = ({ name, rows, files }: Version['index']['tables'][number]) =>
  `| ${name} | ${rows} | ${files.map(({ path }) => `\`${path}\``).join(', ')} |`;

function sourceLine({ key, title, citation, licence, licenceAddress, address }: Version['index']['sources'][number]) {
  if (title === null) return `- \`${key}\`: nobody has stated its terms`;
  const terms = [licence, licenceAddress].filter((part) => part !== null).join(', ');
  const parts = [title, address, citation && `cite as: ${citation}`, `terms: ${terms === '' ? 'not stated' : terms}`];
  return `- \`${key}\`: ${parts.filter(Boolean).join('; ')}`;
}

function deltaText({ delta, noDelta }: Version['index']): string {
  if (delta === null) return `There is no delta: ${noDelta}.`;
  return `\`delta/\` has the changes from version \`${delta.from}\` to this one: a line of JSON per row that was added (\`ADD\`), changed (\`MOD\`) or removed (\`DEL\`), identified by \`key\`, with the new \`row\`.`;
}
