#!/bin/sh
# world-atlas 2.0.2 (Natural Earth 4.1): the number of a country is not a key of its shape, and the shape is what a country holds, not what is its.
#
# Three shapes of countries-110m have no `id`, so that a map by number has one of them under `undefined`. In countries-50m two shapes have the number 036,
# so that one of them, a reef, takes the place of Australia or is lost. Crimea is a polygon of Russia's (643), and Western Sahara (732) is its east alone:
# Laayoune is in Morocco's (504). A choropleth by number colours Crimea with Russia's value and Laayoune with Morocco's, silently.
#
# Installs the packages into a temporary folder. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --save-exact world-atlas@2.0.2 topojson-client@3.1.0 d3-geo@3.1.1 >install.log 2>&1 || { cat install.log; exit 1; }

cat >ask.js <<'JS'
import { createRequire } from 'node:module';
import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);
for (const file of ['countries-110m', 'countries-50m']) {
  const atlas = require(`world-atlas/${file}.json`);
  const { features } = feature(atlas, atlas.objects.countries);
  const named = (some) => some.map(({ id, properties }) => `${properties.name} (${id})`).join(', ');
  console.log(`${file}, no number: ${features.filter(({ id }) => id === undefined).map(({ properties }) => properties.name).sort().join(', ')}`);
  console.log(`${file}, 036: ${named(features.filter(({ id }) => id === '036'))}`);
  for (const [place, point] of [['Simferopol', [34.1, 45]], ['Laayoune', [-12.9, 26.9]]]) {
    console.log(`${file}, ${place}: ${named(features.filter((one) => geoContains(one, point)))}`);
  }
}
JS

seen=$(node ask.js)
echo "$seen"
expected='countries-110m, no number: Kosovo, N. Cyprus, Somaliland
countries-110m, 036: Australia (036)
countries-110m, Simferopol: Russia (643)
countries-110m, Laayoune: Morocco (504)
countries-50m, no number: Indian Ocean Ter., Kosovo, N. Cyprus, Siachen Glacier, Somaliland
countries-50m, 036: Australia (036), Ashmore and Cartier Is. (036)
countries-50m, Simferopol: Russia (643)
countries-50m, Laayoune: Morocco (504)'
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
