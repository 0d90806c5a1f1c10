import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { say } from '../say.ts';
import { world } from '../world.ts';
import { checkTexts, importTexts } from './import-csv.ts';

const database = useDatabase('migrated');
beforeAll(async () => {
  await say(database, world);
});

const header = 'party,proposition,from,position,basis,document,locator\n';
const row = (said: Readonly<Record<string, string>>) => {
  const usual = {
    party: 'CN',
    proposition: 'tw-force',
    from: '2010-01-01',
    position: 'yes',
    basis: 'OWN_STATEMENT',
    document: 'letter',
    locator: '',
  };
  return `${Object.values({ ...usual, ...said }).join(',')}\n`;
};

test.each<[string, string, readonly string[]]>([
  [
    'an unknown party',
    header + row({ party: 'Chinna' }),
    ['a.csv:2:party  found unknown party "Chinna", expected a party of the ledger, such as CN'],
  ],
  [
    'an unknown party in many rows, once',
    header + row({ party: 'Atlantis' }) + row({ party: 'Atlantis', from: '2011-01-01' }),
    ['a.csv:2:party  found unknown party "Atlantis" (2 times), expected a party of the ledger'],
  ],
  [
    'a name of several countries',
    header + row({ party: 'Korea' }),
    ['a.csv:2:party  found "Korea", which is KP (North Korea) or KR (South Korea), expected the key of one'],
  ],
  [
    'a country that is no party of the ledger',
    header + row({ party: 'Germany' }),
    ['a.csv:2:party  found "Germany", which is DE (Germany), expected a party of the ledger or of these files'],
  ],
  ['no party', header + row({ party: '' }), ['a.csv:2:party  found nothing, expected a party']],
  [
    'an unknown proposition',
    header + row({ proposition: 'tw-forse' }),
    [
      'a.csv:2:proposition  found unknown proposition "tw-forse", expected a proposition of the ledger, such as tw-force, tw-part',
    ],
  ],
  [
    'an unknown document',
    header + row({ document: 'leter' }),
    ['a.csv:2:document  found unknown document "leter", expected a document of the ledger, such as letter'],
  ],
  [
    'a word that is no position',
    header + row({ position: 'maybe' }),
    [
      'a.csv:2:position  found "maybe", expected SUPPORT, LEAN_SUPPORT, NEUTRAL, LEAN_OPPOSE or OPPOSE; yes, no or abstain (Y, N, A); -1, -0.5, 0, 0.5 or 1 (write `scale: 2` in --columns for numbers from -2 to 2); or absent (X)',
    ],
  ],
  [
    'a number of another scale',
    header + row({ position: '2' }),
    [expect.stringMatching(/^a\.csv:2:position {2}found "2", expected .*scale: 2/)],
  ],
  [
    'a position that nobody states',
    header + row({ position: '' }),
    ['a.csv:2  found no position of CN on tw-force from 2010-01-01, expected a row of these files that states it'],
  ],
  [
    'a date in other words',
    header + row({ from: '1.1.2010' }),
    ['a.csv:2:from  found "1.1.2010", expected a date such as 2022-02-04'],
  ],
  [
    'no day of a claim',
    header + row({ from: '' }),
    ['a.csv:2:from  found nothing, expected the day from which the position is held'],
  ],
  [
    'a value that is none of the possible ones',
    header + row({ basis: 'hearsay' }),
    [expect.stringMatching(/^a\.csv:2:basis {2}found "hearsay", expected one of OWN_STATEMENT, /)],
  ],
  [
    'no basis of a claim',
    header + row({ basis: '' }),
    [expect.stringMatching(/^a\.csv:2:basis {2}found nothing, expected one of /)],
  ],
  [
    'a claim without a document',
    header + row({ document: '' }),
    ['a.csv:2:document  found no citation, expected at least one'],
  ],
  [
    'a locator without a document',
    header + row({}) + row({ position: '', basis: '', document: '', locator: 'para 5' }),
    ['a.csv:3:locator  found "para 5" without a document, expected the document that it belongs to'],
  ],
  [
    'a stance said in two ways',
    header + row({}) + row({ position: 'no', document: 'treaty' }),
    ['a.csv:3:position  found "OPPOSE", expected "SUPPORT", as at a.csv:2:position of the same stance, or nothing'],
  ],
  [
    'a stance said twice by two names of its party',
    header + row({}) + row({ party: 'China', document: '' }),
    [
      'a.csv:3  found stance CN | tw-force | 2010-01-01 again, expected it once (first at a.csv:2), or a row for each citation',
    ],
  ],
  [
    'a stance cited twice alike',
    header + row({}) + row({}),
    ['a.csv:3:document  found letter cited twice with the same locator, expected one citation (first at a.csv:2)'],
  ],
  [
    'every row that is too short or too long',
    `${header}CN,tw-force\n${row({})}a,b,c,d,e,f,g,h\n`,
    ['a.csv:2  found 2 cells, expected 7, as in the header', 'a.csv:4  found 8 cells, expected 7, as in the header'],
  ],
  [
    'a quote that does not end',
    `${header}CN,"tw-force\n`,
    [expect.stringMatching(/^a\.csv:2 {2}found a misplaced quote/)],
  ],
  [
    'an empty file',
    '',
    [expect.stringMatching(/^a\.csv:1 {2}found no header, expected party, proposition and position/)],
  ],
  [
    'a header that says nothing',
    'a,b\n1,2\n',
    [expect.stringMatching(/^a\.csv:1 {2}found the columns a, b, expected party, proposition and position/)],
  ],
  [
    'a column that it does not know',
    header.replace('locator', 'localtor') + row({}),
    ['a.csv:1:localtor  found a column "localtor", expected locator; or what it is, or null, in --columns'],
  ],
  [
    'two columns for the same',
    header.replace('locator', 'Held From') + row({}),
    ['a.csv:1:Held From  found a second column for from, expected one'],
  ],
  [
    'a column of the wide form that is no party',
    'proposition,from,basis,document,Chinna\ntw-force,2010-01-01,TREATY,letter,yes\n',
    ['a.csv:1:Chinna  found unknown party "Chinna", expected a party of the ledger, such as CN'],
  ],
  [
    'a word of the wide form that is no position',
    'proposition,from,basis,document,China\ntw-force,2010-01-01,TREATY,letter,maybe\n',
    [expect.stringMatching(/^a\.csv:2:China {2}found "maybe", expected SUPPORT/)],
  ],
  [
    'a party with two columns',
    'proposition,from,basis,document,China,PRC,CN\ntw-force,2010-01-01,TREATY,letter,,yes,no\n',
    expect.arrayContaining([
      expect.stringMatching(
        /^a\.csv:2:CN {2}found "OPPOSE", expected "SUPPORT", as at a\.csv:2:PRC of the same stance/,
      ),
    ]),
  ],
  [
    'a vote that is cited, which the document of the roll call shows',
    'party,proposition,position,document\nCN,a-res-1,Y,letter\n',
    [
      'a.csv:2  found a citation for a vote in a roll call, expected no citation, because the document of the roll call shows it',
    ],
  ],
  [
    'a field of another record',
    'key,title,kind,date,verification\nnote,Note,LETTERS,soon,VERIFIED\n',
    [
      expect.stringMatching(/^a\.csv:2:kind {2}found "LETTERS", expected one of /),
      'a.csv:2:date  found "soon", expected a date such as 2022-02-04',
    ],
  ],
])('finds %s', async (_, text, lines) => {
  expect(await checkTexts(database, { 'a.csv': text })).toEqual(lines);
});

test('bytes that are not UTF-8 are named with line and column', async () => {
  const text = Buffer.concat([Buffer.from(`${header}CN,tw-force,2010-01-01,yes,`), Buffer.from([0xe9])]);
  expect(await checkTexts(database, { 'a.csv': text })).toEqual([
    'a.csv:2:28  found bytes that are not UTF-8 (E9), expected UTF-8 text',
  ]);
});

test.each([
  ['ends early', gzipSync(header + row({})).subarray(0, 20), 'the gzip file ends early'],
  ['is not packed', Buffer.from(header), 'it is not a gzip file'],
])('a packed file that %s cannot be read', async (_, bytes, why) => {
  await expect(checkTexts(database, { 'a.csv.gz': bytes })).rejects.toMatchObject({
    code: 'UNREADABLE',
    message: expect.stringMatching(`cannot be read: ${why}\\.$`),
  });
});

test('one problem in one of several files keeps all of them from being imported', async () => {
  const texts = { 'a.csv': header + row({}), 'b.csv': header + row({ from: '2011-01-01', position: '?' }) };
  expect(await importTexts(database, texts)).toMatchObject({
    status: 'REFUSED',
    problems: [{ at: expect.stringMatching(/b\.csv:2:position$/) }],
  });
  expect((await database.pool.query('SELECT last FROM revision_counter')).rows).toEqual([{ last: 1 }]);
});

test.each([
  [
    'a key that it does not have',
    'column: { a: party }\n',
    'columns.yaml:1:1  found unknown key "column", expected columns',
  ],
  [
    'a word for no position',
    'positions: { dafür: FOR }\n',
    expect.stringMatching(/^columns\.yaml:1:21 {2}found dafür: "FOR", expected /),
  ],
  [
    'a value for no column',
    'values: { bases: VOTE }\n',
    expect.stringMatching(/^columns\.yaml:1:11 {2}found a value for "bases", expected a column of stances/),
  ],
  ['a scale that there is not', 'scale: 5\n', 'columns.yaml:1:8  found scale: 5, expected 1 or 2'],
])('a file of columns with %s is refused', async (_, columns, line) => {
  const checked = checkTexts(database, { 'a.csv': header, 'columns.yaml': columns });
  await expect(checked.catch(({ message }: Error) => message.replace(/^.*\//, ''))).resolves.toEqual(line);
});

test('a column that is renamed and that no file has is a problem', async () => {
  const texts = { 'a.csv': header + row({}), 'columns.yaml': 'columns: { Partei: party }\n' };
  expect(await checkTexts(database, texts)).toEqual([
    'columns.yaml:1:12  found a column "Partei", expected a column that one of the CSV files has',
  ]);
});

test('more rows than an import can have are refused, whether they are of one file or of several', async () => {
  const texts = (...rows: readonly number[]) =>
    Object.fromEntries(rows.map((count, index) => [`${index}.csv`, `key,name\n${'a,A\n'.repeat(count)}`]));
  const line = (at: string) =>
    `${at}  found more than 300,000 rows, expected at most that many in an import; divide it`;
  expect(await checkTexts(database, texts(300_001))).toEqual([line('0.csv:300002')]);
  expect(await checkTexts(database, texts(200_000, 100_001))).toEqual([line('1.csv:1')]);
});
