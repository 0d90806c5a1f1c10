import { beforeAll, describe, expect, test } from 'vitest';
import { fiveRevisions } from '../api/five-revisions.ts';
import { useServer } from '../api/running-server.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { jsonFeedForm, jsonFeedItem, readAtom } from './feed-readers.ts';
import { storeQuery } from './store-query.ts';

const database = useDatabase('seeded');
const server = useServer(database);
const another = useServer(database, { limits: { trustedProxies: 1 }, publicPath: '/concord' });

// Revision 2 corrects a stance of Sweden, 3 its citation, 4 and 5 bring and take a document of China and Russia, 6 ends a membership of Japan.
beforeAll(async () => {
  for (const [text, options] of fiveRevisions)
    expect(await say(database, text, options)).toMatchObject({ status: 'REVISED' });
  await server.seen(6);
  await another.seen(6);
  await storeQuery(database, {
    name: 'sweden-agrees',
    document: `query ($with: String! = "FI") { comparison(parties: ["SE", $with]) { revision agreement { value sharedPropositions } } }`,
  });
  await storeQuery(database, { name: 'hostile', document: '{ documents(search: "note") { nodes { title } } }' });
});

const get = (path: string, init: RequestInit = {}, of = server) => fetch(new URL(path, of.url()), init);
const atom = async (path: string) => readAtom(await (await get(path)).text());

describe('the feed of a table', () => {
  test('has an entry for each revision that changed it, with what changed in words', async () => {
    const feed = await atom('/q/comparison.atom?parties=SE,FI&asOf=2022-04-01');
    expect(feed.title).toBe('Concord: comparison (parties=SE,FI&asOf=2022-04-01)');
    expect(feed.items.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^comparison: 1 row changed \(revision 3\)$/),
      expect.stringMatching(/^comparison: .*row.? changed \(revision 2\)$/),
      expect.stringMatching(/^comparison: \d values changed, \d+ rows added \(revision 1\)$/),
    ]);
    const [third, second] = feed.items;
    expect(third?.html).toContain('<li>Changed: proposition nato-sweden, party SE – locator line 2 → line 3</li>');
    expect(second?.html).toMatch(/Changed: proposition nato-sweden, party SE – .*position OPPOSE → LEAN_OPPOSE/);
    expect(feed.updated).toBe(third?.updated);
    expect(second?.author).toBe('tester');
  });

  test('links to the answer at each revision', async () => {
    const { items } = await atom(
      '/q/comparison.atom?parties=SE,FI&scope.issues=nato-enlargement&scope.asOf=2022-04-01',
    );
    const positions = await Promise.all(
      items.slice(0, 2).map(async ({ link }) => {
        const response = await fetch(link);
        const { data } = await response.json();
        const row = data.comparison.rows.nodes.find(
          ({ proposition }: { proposition: { key: string } }) => proposition.key === 'nato-sweden',
        );
        return [
          response.headers.get('concord-revision'),
          data.comparison.revision,
          row.cells[0].stance.citations[0].locator,
        ];
      }),
    );
    expect(positions).toEqual([
      ['3', 3, 'line 3'],
      ['2', 2, 'line 2'],
    ]);
  });

  test('says rows that come and go', async () => {
    const feed = await (await get('/q/joint-documents.feed.json')).json();
    expect(feed.items.slice(0, 2)).toEqual([
      {
        ...jsonFeedItem,
        title: 'joint-documents: 1 value changed, 1 row removed (revision 5)',
        content_text: expect.stringMatching(
          /^comparison\.jointDocuments\.totalCount: \d+ → \d+\nRemoved: key note – title A note, /,
        ),
      },
      {
        ...jsonFeedItem,
        title: 'joint-documents: 1 value changed, 1 row added (revision 4)',
        content_text: expect.stringMatching(/\nAdded: key note – title A note, /),
      },
    ]);
  });
});

describe('the feed of an answer without rows', () => {
  test('names the values that changed by their paths', async () => {
    const { items } = await (await get('/q/sweden-agrees.feed.json?with=CN')).json();
    expect(items[0].content_text).toMatch(
      /^comparison\.agreement\.value: none → 0\.\d+\ncomparison\.agreement\.sharedPropositions: 0 → \d+$/,
    );
  });
});

describe('every feed', () => {
  test('is what JSON Feed and Atom demand', async () => {
    const text = await (await get('/q/comparison.feed.json?parties=SE,FI&asOf=2022-04-01')).text();
    const feed = JSON.parse(text);
    expect(feed).toStrictEqual(jsonFeedForm);
    for (const item of feed.items) expect(item).toStrictEqual(jsonFeedItem);
    const read = await atom('/q/comparison.atom?parties=SE,FI&asOf=2022-04-01');
    expect(read.items.map(({ id, link, updated, title }) => [id, link, updated, title])).toEqual(
      feed.items.map((item: Record<string, string>) => [item.id, item.url, item.date_modified, item.title]),
    );
    expect(read.self).toBe(new URL('/q/comparison.atom?parties=SE%2CFI&asOf=2022-04-01', server.url()).href);
  });

  test('is the same on every server but for addresses, and has other ids for other questions', async () => {
    const ids = async (path: string, of = server) =>
      (await (await get(path, {}, of)).json()).items.map(({ id }: { id: string }) => id);
    const here = await ids('/q/comparison.feed.json?parties=SE,FI&asOf=2022-04-01');
    expect(await ids('/q/comparison.feed.json?parties=SE&parties=FI&asOf=2022-04-01', another)).toEqual(here);
    const others = await ids('/q/comparison.feed.json?parties=SE,CN');
    expect(others.filter((id: string) => here.includes(id))).toEqual([]);
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'concord.example' };
    const feed = await (await get('/q/comparison.feed.json', { headers: forwarded }, another)).json();
    expect(feed.feed_url).toBe('https://concord.example/concord/q/comparison.feed.json');
    expect((await (await get('/q/comparison.feed.json', { headers: forwarded })).json()).feed_url).not.toMatch(
      /example/,
    );
  });

  test.each(['atom', 'feed.json'])(
    'is told to be unchanged, and after a revision that concerns others too: .%s',
    async (ending) => {
      const path = `/q/comparison.${ending}?parties=SE,FI&asOf=2022-04-01`;
      const first = await get(path, { headers: { 'accept-encoding': 'identity' } });
      const etag = first.headers.get('etag') ?? '';
      expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      await first.text();
      const ask = async (headers: Record<string, string>, method = 'GET') => {
        const response = await get(path, { headers: { 'accept-encoding': 'identity', ...headers }, method });
        return [response.status, response.headers.get('etag'), (await response.text()).length > 0];
      };
      expect(await ask({ 'if-none-match': etag })).toEqual([304, etag, false]);
      expect(await ask({ 'if-none-match': '"other"' })).toEqual([200, etag, true]);
      expect(await ask({ 'if-none-match': `W/${etag}` })).toEqual([304, `W/${etag}`, false]);
      expect(await ask({}, 'HEAD')).toEqual([200, etag, false]);
      expect((await get(path, { headers: { authorization: 'Bearer none' } })).status).toBe(401);
    },
  );

  test.each([
    ['/q/comparison.atom?parties=CN,XX', 400, 'UNKNOWN_PARTY'],
    ['/q/nobody.atom', 404, 'UNKNOWN_STORED_QUERY'],
    ['/q/comparison.rss', 404, 'UNKNOWN_STORED_QUERY'],
    ['/q/comparison.atom?asOfRevision=2', 400, 'BAD_INPUT'],
    ['/q/comparison?asOfRevision=7', 400, 'BAD_INPUT'],
    ['/q/comparison?asOfRevision=x', 400, 'BAD_INPUT'],
  ])('is refused where its question is: %s', async (path, status, code) => {
    const response = await get(path);
    const { errors } = await response.json();
    expect([response.status, errors[0].extensions.code]).toEqual([status, code]);
  });

  test('is found from the answer', async () => {
    const { headers } = await get('/q/comparison.csv?parties=SE,FI&bom=1', {}, another);
    expect(headers.get('link')).toBe(
      '</concord/q/comparison.atom?parties=SE%2CFI>; rel="alternate"; type="application/atom+xml", ' +
        '</concord/q/comparison.feed.json?parties=SE%2CFI>; rel="alternate"; type="application/feed+json"',
    );
  });

  test('holds whatever texts the ledger has', async () => {
    const title = '</title>]]> & "A" <b>\u0001\ud83d\ude00';
    await say(
      database,
      `documents: [{ key: note, title: ${JSON.stringify(title)}, kind: JOINT_STATEMENT, date: 2026-01-10, verification: VERIFIED, signed: [CN] }]`,
      { source: 'notes' },
    );
    await server.seen(7);
    const [item] = (await atom('/q/hostile.atom')).items;
    expect(item?.html).toContain('&lt;/title&gt;]]&gt; &amp; &quot;A&quot; &lt;b&gt;');
  });
});

describe('what a feed costs', () => {
  test('is charged once: what was computed is remembered', async () => {
    const costOf = async () => {
      const response = await get('/q/comparison.atom?parties=SE,NO');
      await response.text();
      return Number(response.headers.get('concord-cost') ?? server.requests.at(-1)?.cost ?? 0);
    };
    expect(await costOf()).toBeGreaterThan(0);
    expect(await costOf()).toBe(0);
  });
});
