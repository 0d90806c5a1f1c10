#!/bin/sh
# rate-limiter-flexible 11.4.0 on a pool of pg 8.23.1 (PostgreSQL as PGlite 0.3.15): while the database is read-only, each request that is counted costs
# a connection.
#
# `pool.query` gives a connection back with the error of the query, whatever that was, and pg-pool closes what it gets back with an error. A counter that
# fails with 25006 (read_only_sql_transaction) on each request, as during a failover to a server that is not promoted yet, therefore has a connection
# opened for each; on a server that has just come back that is more work than all questions are. `insuranceLimiter` answers from memory meanwhile, and
# goes on asking the database first.
#
# Way out: after a failure, count in memory for a while without asking.
#
# Installs the packages into a temporary folder. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --save-exact rate-limiter-flexible@11.4.0 pg@8.23.1 @electric-sql/pglite@0.3.15 @electric-sql/pglite-socket@0.0.20 >install.log 2>&1 || { cat install.log; exit 1; }

cat >ask.js <<'JS'
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';

const db = await PGlite.create();
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0 });
const port = await new Promise((found) => {
  server.addEventListener('listening', ({ detail }) => found(detail.port));
  server.start();
});
// One connection at a time is all that PGlite takes.
const login = { user: 'postgres', password: 'postgres', database: 'postgres' };
// All connections to PGlite are one session, so each begins by forgetting the statements of the others.
const onConnect = (client) => client.query('DEALLOCATE ALL');
const pool = new pg.Pool({ host: '127.0.0.1', port, ...login, max: 1, onConnect });
let opened = 0;
pool.on('connect', () => opened++);
await db.exec('CREATE TABLE points (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)');
const options = { points: 100, duration: 60, storeClient: pool, storeType: 'pool', tableName: 'points', tableCreated: true, clearExpiredByTimeout: false };

async function count(name, limiter) {
  const before = opened;
  const ends = new Set();
  for (let request = 0; request < 5; request++) {
    await limiter.consume('somebody').then(
      () => ends.add('counted'),
      ({ code }) => ends.add(code),
    );
  }
  console.log(`${name}: ${[...ends]}, ${opened - before} connections opened for 5 requests`);
}

await count('writable', new RateLimiterPostgres(options));
await db.exec('SET default_transaction_read_only = on');
await count('read-only', new RateLimiterPostgres(options));
const insuranceLimiter = new RateLimiterMemory({ points: 100, duration: 60 });
await count('read-only, with insurance', new RateLimiterPostgres({ ...options, insuranceLimiter }));
process.exit(0);
JS

seen=$(node ask.js)
expected='writable: counted, 1 connections opened for 5 requests
read-only: 25006, 5 connections opened for 5 requests
read-only, with insurance: counted, 5 connections opened for 5 requests'
echo "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
