#!/bin/sh
# cron-parser 5.10.6: on the night of a change of clocks, next() and prev() of one expression name different occurrences.
#
# 30 2 * * * in Europe/Paris. On 29 March 2026 the clocks go from 2:00 to 3:00, so 2:30 is skipped. next() gives 3:30 of that day as an occurrence;
# prev(), asked two hours later, goes past it to the day before. A scheduler that asks backwards ("was there an occurrence since I looked last?"), as
# pg-boss 12 does, never runs what a preview that asks forwards has announced; of a weekly job that is a week.
#
# Installs the package into a temporary folder. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --save-exact cron-parser@5.10.6 >install.log 2>&1 || { cat install.log; exit 1; }

cat >ask.cjs <<'JS'
const { CronExpressionParser } = require('cron-parser');
const at = (currentDate) => CronExpressionParser.parse('30 2 * * *', { tz: 'Europe/Paris', currentDate: new Date(currentDate) });
console.log(`next after 2026-03-28T12:00Z: ${at('2026-03-28T12:00:00Z').next().toISOString()}`);
console.log(`prev before 2026-03-29T05:00Z: ${at('2026-03-29T05:00:00Z').prev().toISOString()}`);
JS

seen=$(node ask.cjs)
echo "$seen"
expected='next after 2026-03-28T12:00Z: 2026-03-29T01:30:00.000Z
prev before 2026-03-29T05:00Z: 2026-03-28T01:30:00.000Z'
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
