#!/bin/sh
# hyparquet-writer 0.17.0 and DuckDB 1.5 (@duckdb/node-api 1.5.6-r.1): a column of JavaScript dates written to Parquet is another moment in DuckDB when the session's
# zone is not UTC.
#
# The writer's type TIMESTAMP has only the old annotation TIMESTAMP_MILLIS. The format says that this is an instant in UTC; DuckDB reads a plain TIMESTAMP,
# so that a cast to an instant takes its digits for local time: in Asia/Tokyo nine hours early. With the present annotation (isAdjustedToUTC) DuckDB reads
# TIMESTAMP WITH TIME ZONE and the moment is right.
#
# Installs the packages into a temporary folder. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --save-exact hyparquet-writer@0.17.0 @duckdb/node-api@1.5.6-r.1 >install.log 2>&1 || { cat install.log; exit 1; }

cat >ask.js <<'JS'
import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetWriteBuffer } from 'hyparquet-writer';

const data = [new Date('2022-02-04T12:00:00Z')];
const connection = await (await DuckDBInstance.create()).connect();
await connection.run("SET TimeZone = 'Asia/Tokyo'");
const schemaOf = (logical_type) => [
  { name: 'root', num_children: 1 },
  { name: 'time', type: 'INT64', repetition_type: 'REQUIRED', converted_type: 'TIMESTAMP_MILLIS', ...(logical_type && { logical_type }) },
];
const annotations = { 'old annotation': undefined, both: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } };
for (const [name, logical] of Object.entries(annotations)) {
  writeFileSync('t.parquet', new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'time', data }], schema: schemaOf(logical) })));
  const reader = await connection.runAndReadAll(
    "SELECT typeof(time) AS type, epoch_ms(time::TIMESTAMPTZ)::BIGINT AS ms FROM 't.parquet'",
  );
  const [{ type, ms }] = reader.getRowObjects();
  console.log(`${name}: ${type}, ${new Date(Number(ms)).toISOString()}`);
}
JS

seen=$(node ask.js)
echo "$seen"
expected='old annotation: TIMESTAMP, 2022-02-04T03:00:00.000Z
both: TIMESTAMP WITH TIME ZONE, 2022-02-04T12:00:00.000Z'
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
