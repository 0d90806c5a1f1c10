import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { shippedQueries } from '#stored-queries/shipped-queries.ts';
import { comeAndGone } from '../api/come-and-gone.ts';
import { fiveRevisions } from '../api/five-revisions.ts';
import { useServer } from '../api/running-server.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';

const load = createRequire(import.meta.url);
const { partiesAskedAbout } = load(
  '#server/stored-queries/feed/parties-asked-about.ts',
) as typeof import('#server/stored-queries/feed/parties-asked-about.ts');
const { prepareQuery } = load(
  '#stored-queries/prepared-query.ts',
) as typeof import('#stored-queries/prepared-query.ts');
const { schema } = load('#graphql/schema.ts') as typeof import('#graphql/schema.ts');

const database = useDatabase('seeded');
// Ten tables of every stored query in one minute are more than a client may ask for.
const server = useServer(database, { limits: { rateLimit: 0 } });
const last = 10;

beforeAll(async () => {
  for (const [text, options] of [...fiveRevisions, ...comeAndGone]) await say(database, text, options);
  await server.seen(last);
});

const get = (path: string) => fetch(new URL(path, server.url()));

/** The lines of the table at a revision, in whatever order. */
const tableAt = async (path: string, revision: number) => {
  const [address, asked] = path.split('?');
  const response = await get(`${address}.csv?${asked === undefined ? '' : `${asked}&`}asOfRevision=${revision}`);
  expect(response.status).toBe(200);
  return (await response.text()).split('\r\n').sort().join('\n');
};

test.each([
  ...shippedQueries().map(({ name }) => `/q/${name}`),
  '/q/comparison?parties=SE,FI&asOf=2022-04-01',
  '/q/agreement-by-issue?parties=SE,FI&asOf=2022-04-01',
  '/q/agreement-matrix?parties=SE,FI,NO&asOf=2022-04-01',
  '/q/comparison?parties=quad,CN',
])('the feed of %s has exactly the revisions that changed its table', async (path) => {
  const [address, asked] = path.split('?');
  const response = await get(`${address}.feed.json${asked === undefined ? '' : `?${asked}`}`);
  expect(response.status).toBe(200);
  const { items } = await response.json();
  const told = items
    .filter(({ title }: { title: string }) => / rows? (added|removed|changed)/.test(title))
    .map(({ title }: { title: string }) => Number(/\(revision (\d+)\)$/.exec(title)?.[1]));
  const tables = await Promise.all(Array.from({ length: last }, (_, index) => tableAt(path, index + 1)));
  const changed = tables.flatMap((table, index) => (index > 0 && table !== tables[index - 1] ? [index + 1] : []));
  expect(told.filter((revision: number) => revision > 1)).toEqual(changed.reverse());
});

describe('a query is about the parties that it names', () => {
  const askedAbout = (document: string, variables = {}) => {
    const prepared = prepareQuery(schema, {
      name: 'asked',
      description: '',
      version: 1,
      document,
      variables: {},
      columns: null,
      stored: null,
    });
    const snapshot = server.server().snapshots.current;
    return snapshot && partiesAskedAbout(prepared, variables, snapshot);
  };
  const rows = (of: string) => `{ comparison(parties: ["SE", "Finland"]) { rows { nodes { ${of} } } } }`;

  test.each([
    ['it alone', rows('verdict cells { position stance { heldFrom } }'), ['SE', 'FI']],
    ['with texts', rows('proposition { text issues { key } }'), ['SE', 'FI']],
    ['in a variable', 'query ($p: [String!]! = ["SE"]) { stances(filter: { parties: $p }) { nodes { key } } }', ['SE']],
    ['but not when it shows what all hold', rows('proposition { stances { totalCount } }'), null],
    ['but not when it is a bloc', '{ comparison(parties: ["quad", "SE"]) { rows { totalCount } } }', null],
    ['but not when it names none', '{ stances { totalCount } }', null],
    [
      'but not beside something else',
      '{ a: comparison(parties: ["SE", "FI"]) { revision } parties { totalCount } }',
      null,
    ],
    [
      'but not when it depends on who else voted',
      '{ comparison(parties: ["SE", "FI"], policy: { unanimousRollCalls: EXCLUDE }) { agreement { value } } }',
      null,
    ],
  ])('%s', (_what, document, expected) => {
    expect(askedAbout(document)).toEqual(expected);
  });
});
