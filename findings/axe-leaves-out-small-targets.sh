#!/bin/sh
# axe-core 4.14.1 beside lighthouse 13.5.0: `axe.run()` without options finds nothing wrong with targets that are too small; Lighthouse does.
#
# The rule `target-size` (WCAG 2.2, AA: 24 pixels or room around it) is part of axe-core and switched off. A page of which a test with axe "finds nothing" can
# have 97 of 100 for accessibility in Lighthouse, which runs the same axe-core and switches the rule on. A test has to switch it on as well:
# `axe.run({ rules: { 'target-size': { enabled: true } } })`; to ask for the tag `wcag22aa` does it too.
#
# Installs the packages into a temporary folder; needs no browser, as only the rules that run are looked at. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact axe-core@4.14.1 jsdom@26.1.0 lighthouse@13.5.0 >install.log 2>&1 || { cat install.log; exit 1; }

cat >ask.js <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM, VirtualConsole } from 'jsdom';

const { window } = new JSDOM('<!doctype html><html lang="en"><title>t</title><main><button>a</button><button>b</button></main></html>', {
  runScripts: 'outside-only',
  virtualConsole: new VirtualConsole(),
});
window.eval(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
async function looksAtTargets(options) {
  const results = await window.axe.run(window.document, options);
  return ['passes', 'violations', 'incomplete', 'inapplicable'].some((kind) => results[kind].some(({ id }) => id === 'target-size'));
}
console.log(`axe.run(): ${await looksAtTargets({})}`);
console.log(`switched on: ${await looksAtTargets({ rules: { 'target-size': { enabled: true } } })}`);
console.log(`asked for by its tag: ${await looksAtTargets({ runOnly: ['wcag22aa'] })}`);
const { default: config } = await import('lighthouse/core/config/default-config.js');
const { id, weight } = config.categories.accessibility.auditRefs.find((audit) => audit.id === 'target-size');
console.log(`Lighthouse: ${id} weighs ${weight}`);
JS

seen=$(node ask.js)
echo "$seen"
expected='axe.run(): false
switched on: true
asked for by its tag: true
Lighthouse: target-size weighs 7'
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
