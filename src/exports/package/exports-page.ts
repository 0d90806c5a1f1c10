import type { Source } from '../source/source.ts';
import { columnsTable } from './columns-table.ts';
import { csvReaders } from './readers-text.ts';

const introduction = `# Exports

The ledger as tables, for data teams: CSV, NDJSON and Parquet, published as versions that never change. The tables below are generated
from the declarations that the files are written from (\`npm run exports-page\`).

\`\`\`sh
npm run concord -- export --out DIR --format csv,ndjson,parquet --compression zstd    # once, now
npm run concord -- exports add daily --format parquet --destination local --schedule "0 6 * * *" --zone Europe/Oslo --keep 14
npm run concord -- exports list                                                       # next and last run
\`\`\`

The table of a [stored query](stored-queries.md) is exported the same way, with \`--what NAME\`. Over the API \`createExport\`, \`amendExport\`,
\`removeExport\` and \`runExport\` do what \`exports add\`, \`amend\`, \`remove\` and \`run\` do, with a key of the scope \`exports:manage\`.

An export names its destination; the operator defines destinations in \`CONCORD_EXPORT_DESTINATIONS\`: folders
(\`local=/srv/exports\`) and S3-compatible buckets (\`archive=s3://bucket/prefix?endpoint=https://host&region=eu-north-1\`, credentials in
\`AWS_ACCESS_KEY_ID\` and \`AWS_SECRET_ACCESS_KEY\`). \`concord serve\` and \`concord worker\` run the exports to the destinations that they know; any number
of them may run at once, and what one cannot reach is left to the others. A failed run is retried three times; \`exports runs NAME\` shows the reason, as
does \`Query.exports\` for keys with the scope \`exports:manage\`.

## Schedules

A schedule is a cron expression with five fields, read in an IANA time zone (UTC by default).

| field | values |
|---|---|
| minute | 0 to 59 |
| hour | 0 to 23 |
| day of month | 1 to 31; \`L\` is the last day |
| month | 1 to 12, or \`jan\` to \`dec\` |
| weekday | 0 to 7, Sunday being 0 and 7, or \`sun\` to \`sat\`; \`5L\` or \`friL\` is the last Friday of the month, \`5#2\` or \`fri#2\` its second |

A field is \`*\` (all), a value, a range (\`1-5\`), a range with a step (\`*/15\`, \`10-30/10\`; \`5/15\` is every 15th from 5 on), or a list of these with commas.
\`?\` is \`*\` in the two fields of days. If both name days, either is enough, unless one of them begins with \`*\`; then both must fit, as in cron. Nicknames:
\`@hourly\`, \`@daily\` or \`@midnight\`, \`@weekly\` (Sunday), \`@monthly\`, \`@yearly\` or \`@annually\`. Refused: a field for seconds, \`H\`, \`W\`, \`L-3\`, \`@reboot\`, a step
wider than its field, and days that never come, such as 30 February.

- A run is due at the first moment at which the clocks of the zone show its time or a later one. In Paris \`30 2 * * *\` therefore runs at 3:00 in the night in which
  2:30 is skipped, and once, the first time, in the night in which 2:30 comes twice. For the same reason \`@hourly\` pauses for the hour that is repeated; in UTC
  nothing is skipped or repeated.
- Every occurrence runs once, however many workers there are, and not before its time. It begins within seconds if a worker is free.
- What came due while no worker was up is made up for by one run, whose \`createdAt\` is the first time that was missed. While a scheduled run still waits, no
  second one is added to it. \`nextRunAt\`, and \`next\` of \`exports list\`, is in the past while a missed run is still to be made up for.
- An amended schedule or zone counts from when it was amended.

## Files

| path | content |
|---|---|
| \`NAME/VERSION/\` | one version: \`20261124T060000000Z-r42\` is its time and the revision of the ledger |
| \`NAME/VERSION/TABLE.csv\` … | the tables; with \`.gz\` or \`.zst\` if compressed. Each CSV file has a \`-metadata.json\` (CSV on the Web) |
| \`NAME/VERSION/datapackage.json\` | every file, column, key and reference, as Data Package v2 |
| \`NAME/VERSION/index.json\` | rows, bytes, checksums and changes since the previous version, for programs |
| \`NAME/VERSION/delta/TABLE.ndjson\` | \`ADD\`, \`MOD\` and \`DEL\` lines by primary key: the changes from the previous version to this one |
| \`NAME/VERSION/README.md\`, \`SHA256SUMS\` | for people, and for \`sha256sum -c\` |
| \`NAME/versions.json\` | the available versions, newest first |
| \`NAME/latest\` | a link to the newest version; in a bucket \`latest.json\`, which names it |

One version is one revision, read in one transaction. It is written to a temporary location, read back and checked (rows, references, checksums), and
then published atomically: \`latest\` never links to an incomplete version. Leftovers of a killed run are removed by the next one. When the ledger has not
changed since the latest version, a run writes nothing (\`UNCHANGED\`) unless \`--again\` is given.

The server serves destinations that are folders under \`/exports/NAME/…\`, with range requests: versions may be cached forever,
\`versions.json\` and \`latest\` for a minute.

Every folder is listed at its address: \`/exports/\`, \`/exports/NAME/\`, \`/exports/NAME/latest/\`; a page in a browser, else JSON. Applications of any origin may
read all of it (CORS). Files are sent as they are stored: their sizes and checksums are those of \`index.json\`.

## Reading the files

${csvReaders('parties.csv')}

Cells contain the text of the ledger; nothing is escaped for spreadsheets. Import untrusted CSV files as text, or take a table from [\`/q/NAME.csv\`](stored-queries.md),
which is made for spreadsheets.

In Parquet a moment is a timestamp adjusted to UTC, in microseconds, by the present annotation and by the old one; a JSON array is a string. A table without
rows has one row group without rows. Files are compressed inside with Zstandard; \`--parquet-compression snappy\` (\`parquetCompression: SNAPPY\` over the API) is for
readers that lack it, and makes files larger. hyparquet, DuckDB and arrow-rs read every table in the tests.
`;

/** docs/exports.md. */
export const exportsPage = ({ tables }: Source): string =>
  [introduction, ...tables.map((table) => `## ${table.name}\n\n${table.description}\n\n${columnsTable(table)}\n`)].join(
    '\n',
  );
