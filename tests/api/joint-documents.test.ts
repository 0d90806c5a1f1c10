import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

interface Document extends Keyed {
  date: string;
  signatories: { party: Keyed; role: string; date: string }[];
}

async function jointDocuments(parties: string[], asOf?: string, args = 'first: 100') {
  const { comparison } = await server.dataOf<{ comparison: { jointDocuments: List<Document> } }>(
    `query ($parties: [String!]!, $asOf: Date) {
      comparison(parties: $parties, scope: { asOf: $asOf }) {
        jointDocuments(${args}) { totalCount nodes { key date signatories { party { key } role date } } }
      }
    }`,
    { parties, asOf },
  );
  return comparison.jointDocuments;
}

test('China and Russia had signed these by 4 February 2022, the latest first', async () => {
  const documents = await jointDocuments(['CN', 'RU'], '2022-02-04');
  expect(keysOf(documents)).toEqual([
    'cn-ru-js-2022-02-04',
    'cn-ru-fm-2022-02',
    'p5-2022-01-03',
    'cn-ru-iaea-2021-11-26',
    'cn-ru-oped-2021-11-26',
    'sco-dushanbe-2021',
    'cn-ru-decl-2006-03-21',
    'cn-ru-treaty-2001',
    'ru-cn-1992-12-18',
    'tac-1976',
  ]);
  expect(documents.totalCount).toBe(10);
});

test('every document that both signed is there, and no other', async () => {
  const joint = await jointDocuments(['CN', 'RU'], '2026-12-31');
  const documents = await server.everyRow<Document>('documents', '', 'key signatories { party { key } role }');
  const signed = ({ signatories }: Document, party: string) =>
    signatories.some((one) => one.party.key === party && one.role !== 'ASSOCIATED');
  const expected = documents.filter((document) => signed(document, 'CN') && signed(document, 'RU'));
  expect(keysOf(joint).toSorted()).toEqual(keysOf({ nodes: expected }).toSorted());
  expect(joint.totalCount).toBe(20);
});

test.each([
  [['CN', 'RU'], '2004-11-28', false], // Russia acceded the day after
  [['CN', 'RU'], '2004-11-29', true],
  [['CN', 'IN'], '2003-10-07', false],
  [['CN', 'IN'], '2003-10-08', true],
  [['ID', 'MY'], '1976-02-24', true],
  [['ID', 'MY', 'VN'], '1980-01-01', false],
])('%j on %s: both bound by the Treaty of Amity of 1976 is %s', async (parties, asOf, bound) => {
  expect(keysOf(await jointDocuments(parties, asOf)).includes('tac-1976')).toBe(bound);
});

test('who acceded stands in the document with its own day', async () => {
  const treaty = (await jointDocuments(['CN', 'RU'])).nodes.find(({ key }) => key === 'tac-1976');
  expect(treaty?.date).toBe('1976-02-24');
  expect(treaty?.signatories).toContainEqual({ party: { key: 'CN' }, role: 'ACCEDED', date: '2003-10-08' });
  expect(treaty?.signatories).toContainEqual({ party: { key: 'ID' }, role: 'SIGNED', date: '1976-02-24' });
});

test('to associate oneself with a text is not to sign it', async () => {
  expect(keysOf(await jointDocuments(['FI', 'US']))).toContain('nato-vilnius-2023');
  expect(keysOf(await jointDocuments(['SE', 'US']))).not.toContain('nato-vilnius-2023');
});

test('a party alone has the documents that it signed', async () => {
  const documents = await jointDocuments(['quad']);
  for (const { signatories } of documents.nodes) {
    expect(signatories.map(({ party }) => party.key)).toContain('quad');
  }
});

test('they can be paged and ordered like every list of documents', async () => {
  const all = await jointDocuments(['CN', 'RU'], undefined, 'first: 100, orderBy: DATE_ASC');
  expect(all.nodes.map(({ date }) => date)).toEqual(all.nodes.map(({ date }) => date).toSorted());
  const two = await jointDocuments(['CN', 'RU'], undefined, 'last: 2, orderBy: DATE_ASC');
  expect(keysOf(two)).toEqual(keysOf(all).slice(-2));
  expect(two.totalCount).toBe(all.totalCount);
});
