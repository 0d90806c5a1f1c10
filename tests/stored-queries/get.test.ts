import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Keyed, type List, useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';
import { amendStored, storeQuery } from './store-query.ts';

const database = useDatabase('seeded');
const server = useServer(database);
const trusting = useServer(database, { trustedDocuments: true });
// Page sizes are those of the process.
const poor = useServer(database, { limits: { maxCost: 2_000, pageSize: 40 } });
const sparing = useServer(database, { limits: { pageSize: 40 } });

const at = (path: string, of = server) => new URL(path, of.url()).href;
const get = (path: string, init: RequestInit = {}, of = server) => fetch(at(path, of), init);

async function json(path: string, of = server) {
  const response = await get(path, {}, of);
  return { status: response.status, ...(await response.json()) };
}

async function table(path: string, of = server) {
  const response = await get(path, {}, of);
  const text = await response.text();
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/csv; charset=utf-8; header=present',
  ]);
  const rows: Record<string, string>[] = parse(text, { columns: true });
  expect(response.headers.get('concord-rows')).toBe(String(rows.length));
  return { text, rows, complete: response.headers.get('concord-complete'), headers: response.headers };
}

beforeAll(async () => {
  await storeQuery(database, {
    name: 'formulas',
    document: `{ documents(first: 3, orderBy: DATE_ASC) { nodes { key title } } }`,
    columns: [{ name: 'title', path: 'documents.nodes.title' }],
  });
});

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

describe('the comparison as a table', () => {
  test('has the first citation of each side, with the address at which it can be read', async () => {
    const { rows } = await table('/q/comparison.csv?parties=CN,US&asOf=2022-02-04');
    const { stances } = await server.dataOf<{ stances: List<Cited> }>(
      `{ stances(asOf: "2022-02-04", first: 250, filter: { parties: ["CN", "US"], kinds: [CLAIM] }) { nodes {
        party { key } proposition { key }
        citations { locator keyPhrase verifiedAt document { key title addresses { url read } } } } } }`,
    );
    const expected = stances.nodes.map(({ party, proposition, citations: [first] }) => ({
      party: party.key,
      proposition: proposition.key,
      document: first?.document.key,
      document_title: first?.document.title,
      locator: first?.locator ?? '',
      key_phrase: first?.keyPhrase ?? '',
      address: first?.verifiedAt ?? pageOf(first?.document.addresses ?? []),
    }));
    const held = rows.filter(({ state }) => state === 'HELD');
    expect(held.length).toBe(expected.length);
    expect(held).toEqual(expect.arrayContaining(expected.map((row) => expect.objectContaining(row))));
    expect(held.filter(({ address }) => address !== '').length).toBeGreaterThan(0);
    expect(held.filter(({ key_phrase }) => key_phrase !== '').length).toBeGreaterThan(0);
  });

  test('shows what only one side spoke on, unless verdicts are named', async () => {
    const { rows } = await table('/q/comparison.csv?parties=CN,RU');
    const spoken = Map.groupBy(rows, ({ proposition }) => proposition);
    const ofOne = [...spoken.values()].filter((cells) => cells.some(({ position }) => position === ''));
    expect(ofOne.length).toBeGreaterThan(0);
    expect(new Set(ofOne.flat().map(({ verdict }) => verdict))).toEqual(new Set(['UNKNOWN']));
    const { rows: some } = await table('/q/comparison.csv?parties=CN,US&verdicts=AGREE,DIVIDED');
    expect(new Set(some.map(({ verdict }) => verdict))).toEqual(new Set(['AGREE', 'DIVIDED']));
  });
});

interface Cited {
  readonly party: Keyed;
  readonly proposition: Keyed;
  readonly citations: readonly {
    readonly locator: string | null;
    readonly keyPhrase: string | null;
    readonly verifiedAt: string | null;
    readonly document: Keyed & { readonly title: string; readonly addresses: readonly Page[] };
  }[];
}
interface Page {
  readonly url: string;
  readonly read: boolean;
}
const pageOf = (pages: readonly Page[]) => (pages.find(({ read }) => read) ?? pages[0])?.url ?? '';

describe('a table for a spreadsheet', () => {
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  const bytes = async (query: string) =>
    Buffer.from(await (await get(`/q/agreement-matrix.csv?parties=TR,CN,RU${query}`)).arrayBuffer());

  test.each(['&bom=1', '&bom=true'])('begins with a byte order mark: %s', async (query) => {
    const plain = await bytes('');
    expect(plain.subarray(0, 3).equals(mark)).toBe(false);
    expect(await bytes(query)).toEqual(Buffer.concat([mark, plain]));
    expect(await bytes('&bom=0')).toEqual(plain);
  });

  test('has semicolons, and commas in its numbers', async () => {
    const rows: Record<string, string>[] = parse(await bytes(''), { columns: true });
    expect(rows.some(({ value }) => value?.includes('.'))).toBe(true);
    expect(parse(await bytes('&separator=;'), { columns: true, delimiter: ';' })).toEqual(rows);
    expect(parse(await bytes('&separator=%3B&decimal=,'), { columns: true, delimiter: ';' })).toEqual(
      rows.map((row) => ({ ...row, value: row.value?.replace('.', ',') })),
    );
  });

  test('has a tag of its own', async () => {
    const tagOf = async (query: string) => (await get(`/q/joint-documents.csv?${query}`)).headers.get('etag');
    const tags = [await tagOf(''), await tagOf('bom=1'), await tagOf('separator=;'), await tagOf('decimal=,')];
    expect(new Set(tags).size).toBe(4);
  });

  test.each([
    ['/q/comparison.csv?bom=yes', 'bom', /found "yes", expected one of 0 1 true false\.$/],
    ['/q/comparison.csv?separator=%7C', 'separator', /found "\|", expected one of , ;\.$/],
    ['/q/comparison.csv?decimal=,&decimal=.', 'decimal', /found ",&\."/],
    ['/q/comparison?bom=1', 'bom', /expected it only with \.csv/],
  ])('%s is refused', async (path, parameter, message) => {
    expect(await json(path)).toEqual({
      status: 400,
      errors: [{ message: expect.stringMatching(message), extensions: { code: 'BAD_INPUT', parameter } }],
    });
  });
});

describe('a table', () => {
  test('has all pages, of one revision', async () => {
    const { propositions } = await server.dataOf<{ propositions: { totalCount: number } }>(
      '{ propositions(kinds: [CLAIM]) { totalCount } }',
    );
    const { stances } = await server.dataOf<{ stances: { totalCount: number } }>('{ stances { totalCount } }');
    await storeQuery(database, {
      name: 'all-stances',
      document: '{ stances(orderBy: PARTY) { nodes { key party { key } } } }',
    });
    const { rows, complete } = await table('/q/all-stances.csv');
    expect(stances.totalCount).toBeGreaterThan(250);
    expect(propositions.totalCount).toBeGreaterThan(0);
    expect([new Set(rows.map(({ key }) => key)).size, complete]).toEqual([stances.totalCount, 'true']);
    // Where a page of 250 costs too much, smaller ones come to the same.
    expect((await table('/q/all-stances.csv', poor)).rows).toEqual(rows);
  });

  test('is refused when a list within its rows is longer than a page', async () => {
    await storeQuery(database, {
      name: 'all-that-each-said',
      document: '{ countries { nodes { key stances(inForce: false) { nodes { key } } } } }',
    });
    const { status, errors } = await json('/q/all-that-each-said.csv', sparing);
    expect([status, errors[0].extensions.code]).toEqual([422, 'TABLE_INCOMPLETE']);
    expect(errors[0].message).toMatch(/^all-that-each-said: countries\.nodes\.stances has more than one page/);
    // As JSON each list has its own pages.
    expect((await json('/q/all-that-each-said', sparing)).status).toBe(200);
  });

  test('of rows that the document chooses says that there are others', async () => {
    const { rows, complete } = await table('/q/formulas.csv');
    expect([rows.length, complete]).toEqual([3, 'false']);
  });

  test('comes by Accept too, with a name for the file', async () => {
    const response = await get('/q/joint-documents', { headers: { accept: 'text/csv' } });
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="joint-documents-r1.csv"');
    const head = await get('/q/joint-documents.csv', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(Buffer.byteLength(await response.text())),
      '',
    ]);
  });

  test('that has errors is no CSV', async () => {
    const response = await get('/q/comparison.csv?parties=CN,XX');
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8']);
    const { errors } = await response.json();
    expect(errors[0].extensions).toEqual({ code: 'UNKNOWN_PARTY', closeMatches: ['MX'] });
  });
});

test('an unknown name, ending or version is 404 with what is close', async () => {
  const { status, errors } = await json('/q/comparision');
  expect([status, errors[0].extensions]).toEqual([404, { code: 'UNKNOWN_STORED_QUERY', closeMatches: ['comparison'] }]);
  expect((await json('/q/comparison.xml')).status).toBe(404);
  expect((await json('/q/comparison?version=2')).errors[0].message).toBe('comparison has no version 2.');
});

test('a query that was stored for another schema says so, and the others go on', async () => {
  await storeQuery(database, { name: 'outdated', document: '{ gone }' });
  const { status, errors } = await json('/q/outdated');
  expect([status, errors[0].extensions.code]).toEqual([500, 'INVALID_STORED_QUERY']);
  expect((await json('/q/')).queries.map(({ name }: { name: string }) => name)).not.toContain('outdated');
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
