#!/bin/sh
# krippendorff 0.1.0 (npm): alpha depends on which rater stands first.
#
# A shorter row is a rater whose last ratings are missing, as the package's README says ("note missing rating for third sample"). The number of samples is
# taken from the first row, so that where the first rater is the one with fewer ratings, every later sample is left out, also those that the other raters
# share. Krippendorff's alpha does not depend on the order of raters. Three raters of whom two disagree on the last of four samples: 0.625 by the definition
# (worked below); with the short row first, 1. Rows that are filled up with `undefined` give 0.625 in any order.
#
# By hand, nominal metric, units {1,1,1} {2,2,2} {1,1} {1,2}: 10 values, 6 of them 1 and 4 of them 2. Observed: the last unit alone disagrees, by 2 ordered
# pairs / (2 - 1) = 2, over 10 values: .2. Expected: 2 * 6 * 4 / (10 * 9) = .5333. Alpha = 1 - .2 / .5333 = .625.
#
# Installs the package into a temporary folder. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --save-exact krippendorff@0.1.0 >install.log 2>&1 || { cat install.log; exit 1; }

cat >ask.cjs <<'JS'
const { alpha } = require('krippendorff');
const [brief, one, other] = [[1, 2], [1, 2, 1, 1], [1, 2, 1, 2]];
const filled = [1, 2, undefined, undefined];
console.log(`short row last: ${alpha([one, other, brief])}`);
console.log(`short row first: ${alpha([brief, one, other])}`);
console.log(`filled up, last and first: ${alpha([one, other, filled])}, ${alpha([filled, one, other])}`);
JS

seen=$(node ask.cjs)
echo "$seen"
expected='short row last: 0.625
short row first: 1
filled up, last and first: 0.625, 0.625'
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
