import { beforeAll, expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Keyed, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

interface Document extends Keyed {
  title: string;
  kind: string;
  date: string;
  signatories: { party: Keyed; role: string }[];
}

const fields = 'key title kind date signatories { party { key } role }';
const documents = (args: string) => server.everyRow<Document>('documents', args, fields);

let all: Document[];
beforeAll(async () => {
  all = await documents('');
});

const signedBy = (party: string) => (document: Document) =>
  document.signatories.some((one) => one.party.key === party && one.role !== 'ASSOCIATED');

test('there are all of them, the latest first', () => {
  expect(all.length).toBe(251);
  expect(all.map(({ date }) => date)).toEqual(
    all
      .map(({ date }) => date)
      .toSorted()
      .reverse(),
  );
});

test.each<[string, (document: Document) => boolean]>([
  ['kinds: [TREATY, LAW]', ({ kind }) => kind === 'TREATY' || kind === 'LAW'],
  ['signatories: ["CN"]', signedBy('CN')],
  ['signatories: ["CN", "RU", "IN"]', (document) => ['CN', 'RU', 'IN'].every((party) => signedBy(party)(document))],
  ['signatories: ["CN", "CN"]', signedBy('CN')],
  ['signatories: ["brics"]', signedBy('brics')],
  ['dateFrom: "2022-02-04"', ({ date }) => date >= '2022-02-04'],
  ['dateBefore: "2022-02-04"', ({ date }) => date < '2022-02-04'],
  ['dateFrom: "2022-02-04", dateBefore: "2022-02-05"', ({ date }) => date === '2022-02-04'],
  [
    'kinds: [JOINT_STATEMENT], signatories: ["RU"], dateFrom: "2022-03-01"',
    (document) => document.kind === 'JOINT_STATEMENT' && document.date >= '2022-03-01' && signedBy('RU')(document),
  ],
])('{ %s } gives just what fits', async (args, fits) => {
  const some = await documents(args);
  expect(some).not.toEqual([]);
  expect(some.length).toBeLessThan(all.length);
  expect(some).toEqual(all.filter(fits));
});

test.each([
  ['DATE_ASC', ({ date, key }: Document) => `${date} ${key}`],
  ['KEY', ({ key }: Document) => key],
] as const)('documents by %s', async (order, keyOf) => {
  const given = (await documents(`orderBy: ${order}`)).map(keyOf);
  expect(given.length).toBe(all.length);
  expect(given).toEqual(given.toSorted());
});

test('documents by TITLE, as a reader would look them up', async () => {
  const given = (await documents('orderBy: TITLE')).map(({ title }) => title);
  expect(given).toEqual(given.toSorted((a, b) => a.localeCompare(b, 'en')));
});
