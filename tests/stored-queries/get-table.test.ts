import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Keyed, List } from '../api/running-server.ts';
import { storeQuery } from './store-query.ts';
import { useStoredQueries } from './use-stored-queries.ts';

const { database, server, poor, sparing, get, json, table } = useStoredQueries();

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

  test('says of a verdict whether it is known since then, or only the record begins there', async () => {
    const { rows } = await table('/q/comparison.csv?parties=CN,RU&asOf=2022-02-04');
    const { comparison } = await server.dataOf<{
      comparison: { rows: List<{ proposition: Keyed; since: string | null; sinceIsFirstKnown: boolean }> };
    }>(`{ comparison(parties: ["CN", "RU"], scope: { asOf: "2022-02-04" }) { rows(first: 250) { nodes {
      proposition { key } since sinceIsFirstKnown } } } }`);
    const expected = comparison.rows.nodes.map((row) => [
      row.proposition.key,
      row.since ?? '',
      String(row.sinceIsFirstKnown),
    ]);
    const said = rows.map((row) => [row.proposition, row.since, row.since_is_first_known]);
    expect(said).toEqual(expect.arrayContaining(expected));
    expect(new Set(said.map(([, , isFirst]) => isFirst))).toEqual(new Set(['true', 'false']));
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

describe('what is new', () => {
  test('has a row for each proposition and bloc of a revision, with the number of parties', async () => {
    const { rows } = await table('/q/what-is-new.csv');
    const { dataset } = await server.dataOf<{ dataset: { changes: { totalCount: number } } }>(
      '{ dataset { changes { totalCount } } }',
    );
    expect(rows.length).toBe(dataset.changes.totalCount);
    expect(rows.find(({ bloc }) => bloc === 'quad')).toMatchObject({
      kind: 'MEMBERS',
      proposition: '',
      parties: '4',
      members: '["AU","IN","JP","US"]',
    });
    const claim = rows.find(({ proposition }) => proposition === 'nato-stop-enlargement');
    expect(claim).toMatchObject({ kind: 'CLAIM', revision: '1', bloc: '', members: '[]' });
    const { rows: one } = await table('/q/new-positions.csv');
    const parties = one.filter(({ proposition }) => proposition === claim?.proposition).map(({ party }) => party);
    expect(claim?.parties).toBe(String(new Set(parties).size));
  });

  test('of positions has a row for each party, on claims alone unless other kinds are named', async () => {
    const { rows } = await table('/q/new-positions.csv');
    const { dataset } = await server.dataOf<{ dataset: { counts: { claims: number } } }>(
      '{ dataset { counts { claims } } }',
    );
    expect(new Set(rows.map(({ proposition }) => proposition)).size).toBe(dataset.counts.claims);
    const { rows: votes } = await table('/q/new-positions.csv?kinds=ROLL_CALL');
    expect(votes).toEqual([]);
  });
});

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
  beforeAll(async () => {
    await storeQuery(database, {
      name: 'by-key',
      document: `query ($party: String! = "CN", $issue: String! = "taiwan", $proposition: String! = "nato-sweden",
        $document: String! = "cn-ru-js-2022-02-04", $asKnownAt: Int) {
        ...Found
        issue(key: $issue, asKnownAt: $asKnownAt) { name }
        proposition(key: $proposition, asKnownAt: $asKnownAt) { text }
        document(key: $document, asKnownAt: $asKnownAt) { title }
      }
      fragment Found on Query { who: party(key: $party, asKnownAt: $asKnownAt) { stances(first: 2) { nodes { key } } } }`,
      columns: [
        { name: 'stance', path: 'who.stances.nodes.key' },
        { name: 'issue', path: 'issue.name' },
        { name: 'proposition', path: 'proposition.text' },
        { name: 'document', path: 'document.title' },
      ],
    });
  });

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

  test.each([
    [
      'party',
      '/q/by-key.csv?party=Chinna',
      'UNKNOWN_PARTY',
      /^There is no party with the key or name "Chinna"\. Close matches: CN/,
    ],
    ['issue', '/q/by-key.csv?issue=taiwann', 'UNKNOWN_ISSUE', /Close matches: taiwan\./],
    ['proposition', '/q/by-key.csv?proposition=nato-swedn', 'UNKNOWN_PROPOSITION', /Close matches: nato-sweden/],
    ['document', '/q/by-key.csv?document=cn-ru-js-2022-02-0', 'UNKNOWN_DOCUMENT', /Close matches: cn-ru-js-2022-02-04/],
  ])('of a %s that is not there is refused, not empty', async (_what, path, code, message) => {
    expect(await json(path)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringMatching(message), extensions: { code, closeMatches: expect.any(Array) } }],
    });
  });

  test('of a record that was not there yet has no rows', async () => {
    const { rows } = await table('/q/by-key.csv?asKnownAt=0');
    expect(rows).toEqual([]);
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
