#!/bin/sh
# graphql-jit 0.8.9 with graphql 16.11.0 and 17.1.0: two valid queries with @skip that it answers otherwise than graphql-js.
#
# 1. A fragment is spread at two places of a selection, at one of them under @skip(if: true). graphql-js answers its fields, for the other place asks for
#    them. graphql-jit joins the conditions of all places, and leaves the fields out (zalando-incubator/graphql-jit#111).
# 2. A variable with a default is given null under @skip. graphql-js answers an error at the field above, graphql-jit leaves the field out without an error.
#
# Installs both packages into a temporary folder. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >package.json <<'JSON'
{ "private": true }
JSON

cat >ask.cjs <<'JS'
const { buildSchema, execute, parse, validate, version } = require('graphql');
const { compileQuery } = require('graphql-jit');

const schema = buildSchema('type Query { party: Party } type Party { name: String kind: String }');
const rootValue = { party: { name: 'China', kind: 'COUNTRY' } };
const queries = [
  ['query ($i: Boolean!) { party { ...F @skip(if: $i) ...F } } fragment F on Party { name kind }', { i: true }],
  ['query ($s: Boolean = false) { party { name @skip(if: $s) kind } }', { s: null }],
];
const short = ({ data, errors }) => `${JSON.stringify(data)}${errors === undefined ? '' : ` and ${errors.length} error`}`;
for (const [text, variableValues] of queries) {
  const document = parse(text);
  const problems = validate(schema, document).length;
  const js = short(execute({ schema, document, rootValue, variableValues }));
  const jit = short(compileQuery(schema, document).query(rootValue, {}, variableValues));
  console.log(`graphql ${version}: ${problems} problems; graphql-js ${js}; graphql-jit ${jit}`);
}
JS

expected() {
  cat <<TEXT
graphql $1: 0 problems; graphql-js {"party":{"name":"China","kind":"COUNTRY"}}; graphql-jit {"party":{}}
graphql $1: 0 problems; graphql-js {"party":null} and 1 error; graphql-jit {"party":{"kind":"COUNTRY"}}
TEXT
}

for version in 16.11.0 17.1.0; do
  npm install --silent --no-audit --no-fund --save-exact graphql-jit@0.8.9 "graphql@$version" >install.log 2>&1 || { cat install.log; exit 1; }
  seen=$(node ask.cjs)
  echo "$seen"
  if [ "$seen" != "$(expected "$version")" ]; then
    printf 'That has changed. Expected:\n%s\n' "$(expected "$version")"
    exit 1
  fi
done
