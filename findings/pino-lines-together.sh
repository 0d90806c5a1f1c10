#!/bin/sh
# pino 10.4.0 with sonic-boom 4.2.1 (npm): the more lines are written together (`minLength`), the dearer each line becomes.
#
# `pino.destination({ minLength })` collects lines so that there are fewer writes. With each line, sonic-boom measures the whole text that already waits to
# be written, `Buffer.byteLength(bufs[bufs.length - 1])`, although it knows the length of what it added. The text is a chain of concatenations, which has to
# be copied into one for that. So a line costs in proportion to `minLength`: half of it is measured and copied on average. With `contentMode: 'buffer'` it
# keeps the lengths, and a line costs the same whatever waits. In an HTTP server with `minLength: 32768` and one line of 180 bytes a request this was 13 KB of
# garbage a request.
#
# Counted here: how many bytes are measured for each byte of 1,000 lines of a little more than 100 bytes.
#
# Installs the packages into a temporary folder. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >package.json <<'JSON'
{ "private": true, "dependencies": { "pino": "10.4.0", "sonic-boom": "4.2.1" }, "overrides": { "sonic-boom": "4.2.1" } }
JSON
npm install --silent --no-audit --no-fund >install.log 2>&1 || { cat install.log; exit 1; }

cat >count.cjs <<'JS'
const { openSync } = require('node:fs');
const { setImmediate } = require('node:timers/promises');
const { pino } = require('pino');
const byteLength = Buffer.byteLength;
const lines = 1000;
async function measured(options, write) {
  const dest = openSync('/dev/null', 'w');
  const destination = pino.destination({ dest, sync: false, maxWrite: 65536, ...options });
  let bytes = 0;
  let written = 0;
  Buffer.byteLength = (text, ...rest) => {
    bytes += text.length;
    return byteLength(text, ...rest);
  };
  const logger = pino({ base: null, timestamp: false }, { write: (line) => { written += line.length; write(destination, line); } });
  for (let line = 0; line < lines; line++) {
    logger.info({ id: 'x'.repeat(64), status: 200 }, 'request');
    while (destination._writing) await setImmediate();
  }
  Buffer.byteLength = byteLength;
  return Math.round(bytes / written);
}
const text = (destination, line) => destination.write(line);
const buffer = (destination, line) => destination.write(Buffer.from(line));
async function main() {
  for (const minLength of [4096, 8192, 16384, 32768]) console.log(`text, minLength ${minLength}: ${await measured({ minLength }, text)}`);
  console.log(`buffer, minLength 32768: ${await measured({ minLength: 32768, contentMode: 'buffer' }, buffer)}`);
}
main();
JS

seen=$(node count.cjs)
echo "$seen"
expected='text, minLength 4096: 18
text, minLength 8192: 36
text, minLength 16384: 72
text, minLength 32768: 134
buffer, minLength 32768: 0'
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
