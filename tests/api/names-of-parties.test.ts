import { beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../ingest/unga/sample.ts';
import { useDatabase } from '../support/database.ts';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';

const closeMatchesOf = (extensions: { readonly closeMatches?: unknown } | undefined) =>
  (extensions?.closeMatches ?? []) as string[]; // that of UNKNOWN_PARTY

describe('a ledger with the parties of the UN', () => {
  const database = useDatabase('seeded');
  beforeAll(async () => {
    expect(await importSample(database)).toMatchObject({ status: 'REVISED' });
  });
  const server = useServer(database);

  /** The party that a text names in a comparison. */
  async function meant(text: string): Promise<string | undefined> {
    const question = 'query ($parties: [String!]!) { comparison(parties: $parties) { parties { key } } }';
    const { comparison } = await server.dataOf<{ comparison: { parties: Keyed[] } }>(question, { parties: [text] });
    return comparison.parties[0]?.key;
  }

  test.each([
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['us', 'US'],
    ['the United States of America', 'US'],
    ['China', 'CN'],
    ['cn', 'CN'],
    ['prc', 'CN'],
    ['Republic of Moldova', 'MD'],
    ['Moldova (the Republic of)', 'MD'],
    ['UNITED REPUBLIC OF TANZANIA', 'TZ'],
    ['Tanzania, United Republic of', 'TZ'],
    ['Venezuela (Bolivarian Republic of)', 'VE'],
    ['Soviet Union', 'RU'],
    ['USSR', 'RU'],
    ['Viet Nam', 'VN'],
    ['Vietnam', 'VN'],
    ['Taiwan', 'TW'],
    ['Taiwan, Province of China', 'TW'],
    ['TÜRKİYE', 'TR'],
    ['turkiye', 'TR'],
    ['Cote d’Ivoire', 'CI'],
    ['Ivory Coast', 'CI'],
    ['Bosnia & Herzegovina', 'BA'],
    ['St. Kitts & Nevis', 'KN'],
    ['Burma', 'MM'],
    ['Zaire', 'CD'],
    ['Guinea', 'GN'],
    ['Germany', 'DE'],
    ['West Germany', 'DE'],
    ['East Germany', 'DDDE'],
    ['GDR', 'DDDE'],
    ['Yemen', 'YE'],
    ['North Yemen', 'X-YAR'],
    ['Democratic Yemen', 'YDYE'],
    ['DPRK', 'KP'],
    ['Republic of Korea', 'KR'],
    ['156', 'CN'],
    ['004', 'AF'],
    ['SUHH', 'RU'],
    ['ZAR', 'CD'],
    ['UKG', 'GB'],
    ['2', 'US'],
    ['365', 'RU'],
    ['COW 710', 'CN'],
    ['ISO 710', 'ZA'],
    ['AUS', 'AU'],
    ['COW AUS', 'AT'],
    ['NATO', 'nato'],
    ['European Union', 'eu'],
    ['au', 'AU'],
    ['African Union', 'african-union'],
    ['nam', 'nam'],
  ])('%s is %s', async (text, key) => {
    expect(await meant(text)).toBe(key);
  });

  test.each([
    ['Korea', ['KP', 'KR']],
    ['Congo', ['CD', 'CG']],
    ['710', ['CN', 'ZA']],
    ['840', ['PH', 'US']],
    ['CS', ['CSHH', 'CSXX']],
    ['NAM', ['NA', 'nam']],
    ['COW 345', ['CSXX', 'RS', 'YUCS']],
  ])('%s is not taken, because it can mean any of %o', async (text, keys) => {
    for (const field of ['comparison(parties: [$text]) { revision }', 'party(key: $text) { key }']) {
      const { code, message, extensions } = await server.errorOf(`query ($text: String!) { ${field} }`, { text });
      expect(code).toBe('UNKNOWN_PARTY');
      expect(closeMatchesOf(extensions).toSorted()).toEqual(keys);
      expect(message).toMatch(/ can mean .* or .*: write the key\.$/);
    }
  });

  test.each([
    ['Rusia', 'RU'],
    ['Soviet', 'RU'],
    ['Republic of Moldava', 'MD'],
    ['Phillipines', 'PH'],
    ['Emirates of Arabia', 'AE'],
    ['Ivory', 'CI'],
    ['England', 'GB'],
    ['Atlantic Treaty Organisation', 'nato'],
  ])('%s is near %s', async (text, nearest) => {
    const { message, extensions } = await server.errorOf(
      'query ($text: String!) { comparison(parties: [$text]) { revision } }',
      { text },
    );
    expect(closeMatchesOf(extensions)[0]).toBe(nearest);
    expect(message).toContain(`Close matches: ${nearest} (`);
  });

  test.each([
    ['Aruba', '"Aruba" is AW (Aruba), which is not a party of this ledger.'],
    ['AW', '"AW" is AW (Aruba), which is not a party of this ledger.'],
    ['Hong Kong', '"Hong Kong" is HK (Hong Kong), which is not a party of this ledger.'],
    ['SLV', null],
  ])('%s never means another country than its own', async (text, message) => {
    if (message === null) expect(await meant(text)).toBe('SV');
    else {
      const error = await server.errorOf('query ($text: String!) { comparison(parties: [$text]) { revision } }', {
        text,
      });
      expect([error.message, error.extensions?.closeMatches]).toEqual([message, []]);
    }
  });

  test('one party under two names is refused', async () => {
    const { message } = await server.errorOf('{ agreement(parties: ["USA", "China", "US"]) { value } }');
    expect(message).toBe('parties: found "USA" and "US", which are one party, expected each party once.');
  });

  test('a name is taken wherever a party is an argument', async () => {
    interface Reply {
      party: Keyed | null;
      nothing: Keyed | null;
      stances: List<{ party: Keyed }>;
      documents: List<Keyed>;
      parties: List<Keyed>;
    }
    const reply = await server.dataOf<Reply>(`{
      party(key: "Republic of Moldova") { key }
      nothing: party(key: "Ruritania") { key }
      stances(filter: { parties: ["People's Republic of China"] }, first: 1) { nodes { party { key } } }
      documents(signatories: ["china", "Russian Federation"], first: 1) { nodes { key } }
      parties(memberOf: "North Atlantic Treaty Organization", search: "Türkiye") { nodes { key } }
    }`);
    expect(reply.party?.key).toBe('MD');
    expect(reply.nothing).toBeNull();
    expect(reply.stances.nodes[0]?.party.key).toBe('CN');
    expect(reply.documents.nodes.length).toBe(1);
    expect(keysOf(reply.parties)).toEqual(['TR']);
  });

  test('at a revision a name is looked up as its key is: there is no party before it was added', async () => {
    const { byKey, byName, later } = await server.dataOf<Record<string, Keyed | null>>(`{
      byKey: party(key: "AD", asKnownAt: 1) { key }
      byName: party(key: "Andorra", asKnownAt: 1) { key }
      later: party(key: "Andorra", asKnownAt: 2) { key }
    }`);
    expect([byKey, byName, later?.key]).toEqual([null, null, 'AD']);
    const compared = await server.dataOf<{ comparison: { parties: Keyed[] } }>(
      '{ comparison(parties: ["Andorra"], scope: { asKnownAt: 1 }) { parties { key } } }',
    );
    expect(compared.comparison.parties).toEqual([{ key: 'AD' }]);
  });

  test.each([
    ['Republic of Moldova', 'MD'],
    ['UNITED REPUBLIC OF TANZANIA', 'TZ'],
    ['Venezuela (Bolivarian Republic of)', 'VE'],
    ['China', 'CN'],
    ['U.S.A.', 'US'],
    ['USSR', 'RU'],
    ['COW 710', 'CN'],
  ])('a search for %s finds %s first', async (search, key) => {
    const { parties } = await server.dataOf<{ parties: List<Keyed> }>(
      'query ($search: String!) { parties(search: $search, first: 5) { nodes { key } } }',
      { search },
    );
    expect(keysOf(parties)[0]).toBe(key);
  });
});

describe('a ledger with few parties', () => {
  const server = useServer(useDatabase('seeded'));

  test.each([
    ['Andorra', 'AD (Andorra)'],
    ['SLV', 'SV (El Salvador)'],
    ['GDR', 'DDDE (East Germany)'],
  ])('%s is the country that it is elsewhere, not one that the ledger has', async (text, said) => {
    const error = await server.errorOf('query ($text: String!) { comparison(parties: [$text]) { revision } }', {
      text,
    });
    expect(error.code).toBe('UNKNOWN_PARTY');
    expect(error.message).toContain(`"${text}" is ${said}, which is not a party of this ledger.`);
  });
});
