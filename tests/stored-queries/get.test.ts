import { describe, expect, test, vi } from 'vitest';
import { amendStored, storeQuery } from './store-query.ts';
import { useStoredQueries } from './use-stored-queries.ts';

const { database, server, trusting, poor, get, json, table } = useStoredQueries();

describe('every query that is shipped', () => {
  test('is listed with its variables and addresses', async () => {
    const { queries } = await json('/q/');
    const names = queries.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['agreement-matrix', 'comparison', 'joint-documents', 'roll-calls']));
    expect(queries.find(({ name }: { name: string }) => name === 'joint-documents')).toEqual({
      name: 'joint-documents',
      version: 1,
      description: expect.stringMatching(/^Documents that all/),
      json: '/q/joint-documents',
      csv: '/q/joint-documents.csv',
      atom: '/q/joint-documents.atom',
      feed: '/q/joint-documents.feed.json',
      variables: [
        { name: 'parties', type: '[String!]!', default: ['CN', 'RU'] },
        { name: 'scope', type: 'ScopeInput' },
      ],
    });
    const page = await (await get('/q/', { headers: { accept: 'text/html,*/*;q=0.8' } })).text();
    expect(page).toMatch(/<a href="\.\.\/q\/comparison\.csv">/);
  });

  test('answers as JSON and as a table with its columns', async () => {
    const { queries } = await json('/q/');
    for (const { name, json: address, csv } of queries) {
      const { status, data, errors } = await json(address);
      expect([name, status, errors]).toEqual([name, 200, undefined]);
      expect(Object.values(data)).not.toContain(null);
      const { text, complete } = await table(csv);
      const { storedQuery } = await server.dataOf<{ storedQuery: { columns: { name: string }[] } }>(
        `query ($name: String!) { storedQuery(name: $name) { columns { name } } }`,
        { name },
      );
      expect(text.split('\r\n')[0]).toBe(storedQuery.columns.map((column) => column.name).join(','));
      expect(complete).toBe(name === 'formulas' ? 'false' : 'true');
    }
  });

  test('says as a table what it says as JSON', async () => {
    const { data } = await json('/q/comparison?parties=US,CN,RU');
    const { rows } = await table('/q/comparison.csv?parties=US,CN,RU');
    const { nodes } = data.comparison.rows;
    expect(rows.length).toBe(nodes.length * 3);
    expect(rows[4]).toMatchObject({
      proposition: nodes[1].proposition.key,
      issues: JSON.stringify(nodes[1].proposition.issues.map(({ key }: { key: string }) => key)),
      verdict: nodes[1].verdict,
      party: 'CN',
      position: nodes[1].cells[1].position ?? '',
      held_from: nodes[1].cells[1].stance?.heldFrom ?? '',
    });
  });
});

describe('a variable', () => {
  test.each([
    ['a list several times', 'parties=US&parties=CN'],
    ['a list with commas', 'parties=US,CN'],
    ['a list as JSON', 'parties=%5B%22US%22,%22CN%22%5D'],
  ])('is %s', async (_how, query) => {
    const { data } = await json(`/q/comparison?${query}&scope.asOf=2010-01-01`);
    expect(data.comparison.rows.nodes[0].cells.map(({ party }: { party: { key: string } }) => party.key)).toEqual([
      'US',
      'CN',
    ]);
  });

  test('is null instead of its default, where a list may be', async () => {
    const { data } = await json('/q/wedges?left=nato&right=null&asOf=2026-01-15');
    const inGraphQL = await server.dataOf(
      '{ wedges(left: ["nato"], scope: { asOf: "2026-01-15" }) { rows { totalCount } } }',
    );
    expect(data.wedges.rows).toMatchObject((inGraphQL as typeof data).wedges.rows);
    expect(await json('/q/wedges?left=null')).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_INPUT', parameter: 'left' } }],
    });
  });

  test('is an object by its fields or as JSON', async () => {
    const whole = encodeURIComponent(JSON.stringify({ asOf: '2021-12-01', issues: ['taiwan'] }));
    const byFields = await json('/q/comparison?scope.asOf=2021-12-01&scope.issues=taiwan');
    expect(byFields.data.comparison.rows.nodes.length).toBeGreaterThan(0);
    expect(await json(`/q/comparison?scope=${whole}`)).toEqual(byFields);
  });

  test('is a field in short, where only one variable has it', async () => {
    const inFull = await json('/q/comparison?scope.asOf=2021-12-01&scope.issues=taiwan&policy.measure=IDENTICAL');
    expect(inFull.data.comparison.rows.nodes.length).toBeGreaterThan(0);
    expect(await json('/q/comparison?asOf=2021-12-01&issues=taiwan&measure=IDENTICAL')).toEqual(inFull);
  });

  test.each([
    ['asOf=2021-01-01&scope.asOf=2021-01-01', 'scope.asOf', /expected either asOf or scope\.asOf, not both\.$/],
    ['scope=%7B%7D&asOf=2021-01-01', 'asOf', /as a whole or its fields, not both\.$/],
    ['asOff=2021-01-01', 'asOff', /found an unknown parameter, expected .*\basOf\b/],
    ['asOf=2021-02-30', 'scope', /^scope\.asOf: found "2021-02-30", expected .* a valid date/],
    ['partys=CN', 'partys', /found an unknown parameter, expected parties\.$/],
    ['issue=taiwan', 'issue', /found an unknown parameter, expected .*\bissues\b/],
    ['mesure=ALPHA', 'mesure', /found an unknown parameter, expected .*\bmeasure\b/],
    ['policy.measure=KAPPA', 'policy', /Did you mean the enum value "WEIGHTED_KAPPA"\?$/],
    ['scope.asof=2021-01-01', 'scope.asof', /expected a field of ScopeInput: asOf\.$/],
    ['scope.asOf=2021-02-30', 'scope', /^scope\.asOf: found "2021-02-30", expected .* a valid date/],
    ['scope.asKnownAt=x', 'scope.asKnownAt', /found "x", expected a whole number\.$/],
    ['policy.measure=BEST', 'policy', /^policy\.measure: found "BEST"/],
    ['scope=x', 'scope', /found "x", expected an object, or its fields as scope\.FIELD=… in JSON\.$/],
    ['scope=%7B%7D&scope.asOf=2021-01-01', 'scope.asOf', /as a whole or its fields, not both\.$/],
    ['parties.x=1', 'parties.x', /it has no fields\.$/],
    ['version=0', 'version', /expected a version number\.$/],
  ])('%s is refused', async (query, parameter, message) => {
    expect(await json(`/q/comparison?${query}`)).toEqual({
      status: 400,
      errors: [
        {
          message: expect.stringMatching(message),
          extensions: expect.objectContaining({ code: 'BAD_INPUT', parameter }),
        },
      ],
    });
  });
});

describe('a client that has an answer', () => {
  const ask = (path: string, headers: Record<string, string> = {}) => get(path, { headers });

  test.each(['/q/joint-documents', '/q/joint-documents.csv'])(
    'is told that it is the present one: %s',
    async (path) => {
      const first = await ask(path);
      const etag = first.headers.get('etag') ?? '';
      expect(first.headers.get('cache-control')).toMatch(/^public, max-age=0, must-revalidate$/);
      await first.text();
      const again = await ask(path, { 'if-none-match': etag });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
      // The same by another way to say it, not another question or form.
      expect((await ask(`${path}?parties=CN&parties=RU`, { 'if-none-match': etag })).status).toBe(304);
      expect((await ask(`${path}?parties=CN,US`, { 'if-none-match': etag })).status).toBe(200);
      const accept = path.endsWith('.csv') ? 'application/json' : 'text/csv';
      expect((await ask('/q/joint-documents', { accept, 'if-none-match': etag })).status).toBe(200);
    },
  );

  test('is told so until the query is amended', async () => {
    const said = { name: 'tagged', document: '{ issue(key: "taiwan") { key } }' };
    await storeQuery(database, said);
    const etag = (await ask('/q/tagged')).headers.get('etag') ?? '';
    expect((await ask('/q/tagged', { 'if-none-match': etag })).status).toBe(304);
    await amendStored(database, { ...said, document: '{ issue(key: "taiwan") { name } }' });
    expect((await ask('/q/tagged', { 'if-none-match': etag })).status).toBe(200);
    expect((await ask('/q/tagged?version=1', { 'if-none-match': etag })).status).toBe(304);
  });

  test('is told nothing of errors, of who has a key, and of the index', async () => {
    for (const path of ['/q/comparison?parties=CN,XX', '/q/nobody', '/q/']) {
      const response = await ask(path);
      expect([path, response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([
        path,
        null,
        'no-store',
      ]);
    }
    await storeQuery(database, { name: 'what-runs', document: '{ exports { nodes { name } } }' });
    expect((await ask('/q/what-runs')).headers.get('cache-control')).toBe('no-store');
  });
});

test('only GET and HEAD are taken', async () => {
  const response = await get('/q/comparison', { method: 'POST', body: '{}' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  expect((await response.json()).errors[0].extensions.code).toBe('METHOD_NOT_ALLOWED');
});

test('where free text is refused, stored queries are answered', async () => {
  expect((await trusting.ask('{ dataset { revision } }')).errors?.[0]?.extensions?.code).toBe('TRUSTED_DOCUMENTS_ONLY');
  expect((await get('/q/comparison', {}, trusting)).status).toBe(200);
});

test('its name stands in what is observed of the request, with the cost of all pages', async () => {
  const seen: (string | number | null)[][] = [];
  server.server().observe((_request, { storedOperation, cost }) => void seen.push([storedOperation, cost]));
  const response = await get('/q/joint-documents.csv');
  await response.text();
  await vi.waitFor(() => expect(seen).toEqual([['joint-documents', Number(response.headers.get('concord-cost'))]]));
});

test('a query that costs too much is refused as any other', async () => {
  const response = await get('/q/agreement-matrix', {}, poor);
  expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([400, 'QUERY_TOO_COSTLY']);
});

test('a key that is of no use is told so', async () => {
  const response = await get('/q/comparison', { headers: { authorization: 'Bearer wrong' } });
  expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
});
