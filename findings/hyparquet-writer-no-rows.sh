#!/bin/sh
# hyparquet-writer 0.17.0: the Parquet file of a table without rows is refused by arrow-rs (parquet-wasm 0.8.0), and read by hyparquet 1.31.5.
#
# Its footer has an empty list of row groups, whose elements are written with the Thrift type 0; strict readers take that for a broken footer.
#
# Installs the packages into a temporary folder. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --save-exact hyparquet@1.31.5 hyparquet-writer@0.17.0 parquet-wasm@0.8.0 >install.log 2>&1 || { cat install.log; exit 1; }

cat >ask.js <<'JS'
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { readParquet } from 'parquet-wasm/node';

const fileOf = (data) => parquetWriteBuffer({ columnData: [{ name: 'votes', data, type: 'INT32' }] });
for (const data of [[77], []]) {
  const file = fileOf(data);
  const rows = (await parquetReadObjects({ file })).length;
  let rust;
  try {
    rust = `${readParquet(new Uint8Array(file)).numBatches} batches`;
  } catch (error) {
    rust = `refused`;
  }
  console.log(`${data.length} rows: hyparquet reads ${rows}, parquet-wasm: ${rust}`);
}
JS

seen=$(node ask.js)
echo "$seen"
expected='1 rows: hyparquet reads 1, parquet-wasm: 1 batches
0 rows: hyparquet reads 0, parquet-wasm: refused'
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
