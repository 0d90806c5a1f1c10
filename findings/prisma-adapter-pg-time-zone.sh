#!/bin/sh
# @prisma/adapter-pg 7.10.0 (pg 8.23.1, PostgreSQL as PGlite 0.3.15): a timestamptz read in a session whose time zone is not UTC is another moment.
#
# The adapter keeps the digits that the server sends and writes +00:00 in place of their offset (normalize_timestamptz), so that a value is right only in a
# session in UTC. It sets no time zone itself. With a database or role set to Asia/Tokyo, or a pooler that drops the `options` of a connection
# (ignore_startup_parameters of PgBouncer), every time is nine hours off, without an error; pg alone reads the same value right.
#
# Way out: SET timezone = 'UTC' by a statement on each new connection of the pool that the adapter is given.
#
# Installs the packages into a temporary folder. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --save-exact @prisma/adapter-pg@7.10.0 pg@8.23.1 @electric-sql/pglite@0.3.15 @electric-sql/pglite-socket@0.0.20 >install.log 2>&1 || { cat install.log; exit 1; }

cat >ask.js <<'JS'
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

const server = new PGLiteSocketServer({ db: await PGlite.create(), host: '127.0.0.1', port: 0 });
const port = await new Promise((found) => {
  server.addEventListener('listening', ({ detail }) => found(detail.port));
  server.start();
});
// One connection at a time is all that PGlite takes.
const pool = new pg.Pool({ host: '127.0.0.1', port, user: 'postgres', password: 'postgres', database: 'postgres', max: 1 });
const sql = "SELECT timestamptz '2022-02-04T12:00:00Z' AS time";
for (const zone of ['UTC', 'Asia/Tokyo']) {
  await pool.query(`SET timezone = '${zone}'`);
  const { rows } = await pool.query(sql);
  const adapter = await new PrismaPg(pool).connect();
  const result = await adapter.queryRaw({ sql, args: [], argTypes: [] });
  console.log(`${zone}: pg ${rows[0].time.toISOString()}, adapter ${new Date(result.rows[0][0]).toISOString()}`);
}
process.exit(0);
JS

seen=$(node ask.js)
expected='UTC: pg 2022-02-04T12:00:00.000Z, adapter 2022-02-04T12:00:00.000Z
Asia/Tokyo: pg 2022-02-04T12:00:00.000Z, adapter 2022-02-04T21:00:00.000Z'
echo "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
