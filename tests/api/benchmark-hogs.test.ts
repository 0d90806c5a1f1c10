import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { hogs } from '../../bench/src/others/hogs.ts';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const countries = Array.from({ length: 250 }, (_, n) => `X-${n}`);
const documents = hogs({ countries }).flatMap(({ name, body }): [string, string][] =>
  body === undefined ? [] : [[name, JSON.parse(body).query]],
);

test.each(documents)('the benchmark asks what the schema has: %s', (_name, query) => {
  expect(validate(schema, parse(query))).toEqual([]);
});
