import type { Source } from '../source/source.ts';
import { columnsTable } from './columns-table.ts';

const introduction = `# Exports

The ledger as tables, for data teams: CSV, NDJSON and Parquet, published as versions that never change. The tables below are printed from
the declaration that the files are written from (\`npm run exports-page\`).

\`\`\`sh
npm run concord -- export --out DIR --format csv,ndjson,parquet --compression zstd    # once, now
npm run concord -- exports add daily --format parquet --destination local --schedule "0 6 * * *" --zone Europe/Oslo --keep 14
npm run concord -- exports list                                                       # next time, last run
\`\`\`

The table of a [stored query](stored-queries.md) is exported the same way, with \`--what NAME\`. Over the API \`createExport\`, \`amendExport\`,
\`removeExport\` and \`runExport\` do what \`exports add\`, \`amend\`, \`remove\` and \`run\` do, with a key of the scope \`exports:manage\`.

Who defines an export names its destination; what a name means only the operator says, in \`CONCORD_EXPORT_DESTINATIONS\`: folders
(\`local=/srv/exports\`) and S3-compatible buckets (\`archive=s3://bucket/prefix?endpoint=https://host&region=eu-north-1\`, credentials in
\`AWS_ACCESS_KEY_ID\` and \`AWS_SECRET_ACCESS_KEY\`). \`concord serve\` and \`concord worker\` make the exports; any number of them may run.
Times that were missed are caught up once. A run that fails is tried three times more; \`exports runs NAME\` says why, and so does \`Query.exports\` to those who
may manage exports.

## What is where

| path | what |
|---|---|
| \`NAME/VERSION/\` | one version: \`20261124T060000000Z-r42\` is its time and the revision of the ledger |
| \`NAME/VERSION/TABLE.csv\` … | the tables; with \`.gz\` or \`.zst\` if packed. Beside each CSV file its \`-metadata.json\` (CSV on the Web) |
| \`NAME/VERSION/datapackage.json\` | every file, column, key and reference, after Data Package v2 |
| \`NAME/VERSION/index.json\` | the same for programs: rows, bytes, sums, and what changed since the version before |
| \`NAME/VERSION/delta/TABLE.ndjson\` | \`ADD\`, \`MOD\` and \`DEL\` lines by primary key that lead from the version before to this one |
| \`NAME/VERSION/README.md\`, \`SHA256SUMS\` | for people, and for \`sha256sum -c\` |
| \`NAME/versions.json\` | the versions that are there, the newest first |
| \`NAME/latest\` | a link to the newest version; in a bucket \`latest.json\`, which names it |

One version is one revision, read in one transaction. It is written beside the others, read back and checked (rows, references, sums), and
then appears at once: \`latest\` never leads to half a version. What a killed run leaves is removed by the next one. When the ledger has not
changed since the latest version, a run writes nothing (\`UNCHANGED\`); \`--again\` insists.

The server serves the folders among the destinations under \`/exports/NAME/…\`, with ranges: versions may be cached for ever,
\`versions.json\` and \`latest\` for a minute.

A cell is what the ledger says; nothing is escaped for spreadsheets. Open a CSV file that others may have written to as text.
`;

/** docs/exports.md. */
export const exportsPage = ({ tables }: Source): string =>
  [introduction, ...tables.map((table) => `## ${table.name}\n\n${table.description}\n\n${columnsTable(table)}\n`)].join(
    '\n',
  );
