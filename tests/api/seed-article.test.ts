import { beforeAll, expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';
import { seedClaims } from './seed-claims.ts';

const server = useServer(useRecords(seeds));

interface Stance extends Keyed {
  party: Keyed;
  citations: { locator: string | null; document: Keyed }[];
}
interface Passage extends Keyed {
  locator: string;
  speaker: string;
  verb: string;
  keyPhrase: string;
  kind: string;
  parties: Keyed[];
  stances: Stance[];
}

const article = 'seed-gt-2022-02-04';
let passages: List<Passage>;
beforeAll(async () => {
  const { document } = await server.dataOf<{ document: { passages: List<Passage> } }>(`{
    document(key: "${article}") {
      passages {
        totalCount
        nodes {
          key locator speaker verb keyPhrase kind
          parties { key }
          stances { key party { key } citations { locator document { key } } }
        }
      }
    }
  }`);
  passages = document.passages;
});

const passageOf = (key: string) => passages.nodes.find((passage) => passage.key === key);
const keys = (rows: readonly Keyed[] = []) => keysOf({ nodes: rows });

test('the report has just these passages, in the order of its paragraphs', () => {
  expect(keysOf(passages)).toEqual(keys(seedClaims));
  expect(passages.totalCount).toBe(26);
});

test.each(seedClaims)('$key says "$keyPhrase" at paragraph $paragraph', (claim) => {
  const { locator, speaker, verb, keyPhrase, kind, parties, stances } = passageOf(claim.key) as Passage;
  expect({ locator, speaker, verb, keyPhrase, kind }).toEqual({
    locator: `para ${claim.paragraph}`,
    speaker: claim.speaker,
    verb: claim.verb,
    keyPhrase: claim.keyPhrase,
    kind: claim.kind,
  });
  expect(keys(parties)).toEqual(claim.parties);
  expect(keys(stances)).toEqual(claim.stances);
});

test.each(seedClaims.filter(({ kind }) => kind === 'POSITION'))(
  '$key shows a stance of each of its parties and of nobody else, cited to its paragraph',
  ({ key, paragraph, parties }) => {
    const stances = passageOf(key)?.stances ?? [];
    expect(stances.map(({ party }) => party.key)).toEqual(parties);
    for (const { citations } of stances) {
      expect(citations).toContainEqual({ locator: `para ${paragraph}`, document: { key: article } });
    }
  },
);

test.each(seedClaims.filter(({ kind }) => kind !== 'POSITION'))('$key, a $kind, is no stance', ({ key }) => {
  expect(passageOf(key)?.stances).toEqual([]);
});

test('the report and the statement that it reports have their official addresses, and say which was read', async () => {
  interface Addressed {
    addresses: { url: string; read: boolean }[];
  }
  const { report, statement } = await server.dataOf<{ report: Addressed; statement: Addressed }>(`{
    report: document(key: "${article}") { addresses { url read } }
    statement: document(key: "cn-ru-js-2022-02-04") { addresses { url read } }
  }`);
  expect(report.addresses).toEqual([{ url: 'https://www.globaltimes.cn/page/202202/1251396.shtml', read: true }]);
  expect(statement.addresses.filter(({ read }) => !read).map(({ url }) => new URL(url).host)).toEqual([
    'en.kremlin.ru',
    'www.mfa.gov.cn',
  ]);
});

test('what the report says of the international community makes no stance of anybody but China and Russia', async () => {
  const { stances } = await server.dataOf<{ stances: List<{ party: Keyed }> }>(
    `{ stances(inForce: false, filter: { document: "${article}" }, first: 250) { totalCount nodes { party { key } } } }`,
  );
  expect(stances.nodes.length).toBe(stances.totalCount);
  expect(new Set(stances.nodes.map(({ party }) => party.key))).toEqual(new Set(['CN', 'RU']));
});
