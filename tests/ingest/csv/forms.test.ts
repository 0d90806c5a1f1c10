import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { say, summaryOf } from '../say.ts';
import { world } from '../world.ts';
import { importTexts } from './import-csv.ts';

const database = useDatabase('migrated');

/** What a ledger says, by which each of the sheets below is measured: they say the same, so that nothing has to change. */
const votes = `
propositions:
  - key: a-res-1
    kind: ROLL_CALL
    issues: [taiwan]
    text: A resolution.
    document: letter
    rollCall: { body: UNGA, session: 60, tabled: 2005-12-01, scope: WHOLE }
    stances:
      - { party: CN, from: 2005-12-01, position: SUPPORT, basis: VOTE, confidence: HIGH, tier: EXTENDED }
      - { party: RU, from: 2005-12-01, position: OPPOSE, basis: VOTE, confidence: HIGH, tier: EXTENDED }
    absences:
      - { party: TR, on: 2005-12-01 }
`;

beforeAll(async () => {
  await say(database, world);
  await say(database, votes);
});

const long = `party,proposition,from,position,rationale,basis,confidence,document,role,locator,key phrase,verification
CN,tw-part,2001-07-16,SUPPORT,China says so.,CO_SIGNATURE,HIGH,treaty,,article 5,an inalienable part,VERIFIED
CN,tw-part,2001-07-16,,,,,letter,CARRIER,,,FROM_KNOWLEDGE
RU,tw-part,2001-07-16,SUPPORT,,CO_SIGNATURE,HIGH,treaty,,,,VERIFIED
CN,tw-force,2005-03-14,LEAN_SUPPORT,,OWN_STATEMENT,MEDIUM,letter,,,,VERIFIED
`;

const inWords = `Party;Proposition;Held from;Position;Rationale;Basis;Confidence;Document;Role;Locator;Key_Phrase;Verification
China;tw-part;2001-07-16;yes;China says so.;co-signature;high;treaty;NA;article 5;an inalienable part;verified
"People's Republic of China";tw-part;2001-07-16;yes;NA;NA;NA;letter;carrier;NA;NA;from knowledge
Russian Federation;tw-part;2001-07-16;Y;;co-signature;high;treaty;;;;verified
CHN;tw-force;2005-03-14;0,5;;own statement;medium;letter;;;;verified;;
`;

test.each<[string, Readonly<Record<string, string | Uint8Array>>]>([
  ['the long form', { 'a.csv': long }],
  [
    'the long form as spreadsheets and R write it, in words, by names',
    { 'a.csv': `\ufeff${inWords.replaceAll('\n', '\r\n')}` },
  ],
  ['the long form packed', { 'a.csv.gz': gzipSync(long) }],
  [
    'stances and citations apart, in any order of files',
    {
      'a.csv': `stance_key,ordinal,document_key,role,locator,key_phrase,verification,added_in
cn--tw-part--2001-07-16,0,treaty,PRIMARY,article 5,an inalienable part,VERIFIED,1
cn--tw-part--2001-07-16,1,letter,CARRIER,,,FROM_KNOWLEDGE,1
ru--tw-part--2001-07-16,0,treaty,,,,VERIFIED,1
`,
      'b.csv': `party,proposition,from,position,rationale,basis,confidence
CN,tw-part,2001-07-16,SUPPORT,China says so.,CO_SIGNATURE,HIGH
RU,tw-part,2001-07-16,SUPPORT,,CO_SIGNATURE,HIGH
`,
    },
  ],
  [
    'the wide form',
    {
      'a.csv': `proposition,from,basis,confidence,document,verification,China,Russia,Türkiye
tw-force,2005-03-14,OWN_STATEMENT,MEDIUM,letter,VERIFIED,lean support,,NA
`,
    },
  ],
  ['votes in the wide form', { 'a.csv': 'proposition,CN,RU,TR\na-res-1,Y,N,X\n' }],
  [
    'votes in the long form',
    { 'a.csv': 'proposition,party,position\na-res-1,CN,1\na-res-1,RU,-1\na-res-1,TR,absent\n' },
  ],
  [
    'votes with their roll call',
    {
      'a.csv': `proposition\tkind\ttext\tissues\tdocument\tbody\tsession\tfrom\tscope\tCN\tRU\tTR
a-res-1\troll call\tA resolution.\ttaiwan\tletter\tUNGA\t60\t2005-12-01\twhole\tyes\tno\tabsent
`,
    },
  ],
  [
    'columns and words of one’s own',
    {
      'a.csv': `Land,Aussage,Seit,Haltung,Quelle,Bemerkung
China,tw-force,2005-03-14,1,letter,unsicher
`,
      'columns.yaml': `columns: { land: party, Aussage: proposition, Seit: from, Haltung: position, Quelle: document, Bemerkung: ~ }
values: { basis: OWN_STATEMENT, confidence: MEDIUM, verification: VERIFIED }
scale: 2
`,
    },
  ],
  [
    'numbers that mean something else, and codes of one’s own for parties',
    {
      'a.csv': 'rcid,yi,er,san\na-res-1,1,3,9\n',
      'columns.yaml': `columns: { rcid: proposition, yi: CN, er: Russia, san: TR }
positions: { 1: SUPPORT, 2: NEUTRAL, 3: OPPOSE, 9: ABSENT }
`,
    },
  ],
  [
    'a party, a position and a day for all rows',
    {
      'a.csv': 'proposition,document\ntw-force,letter\n',
      'columns.yaml':
        'values: { party: China, position: lean support, from: 2005-03-14, basis: OWN_STATEMENT, confidence: MEDIUM, verification: VERIFIED }\n',
    },
  ],
  [
    'votes beside statements that share a basis',
    {
      'a.csv': 'proposition,CN,RU,TR\na-res-1,Y,N,X\n',
      'columns.yaml': 'values: { basis: OWN_STATEMENT }\n',
    },
  ],
  [
    'parties, issues, documents, propositions, and what belongs to them',
    {
      'parties.csv':
        'key,kind,name,aliases\nCN,country,China,\nRU,country,Russia,Russian Federation\nnato,bloc,NATO,[]\n',
      'memberships.csv': 'bloc,member,valid from,valid until,role\nnato,Türkiye,1952-02-18,,member\n',
      'issues.csv': 'key,name\ntaiwan,Taiwan\n',
      'documents.csv':
        'key,title,kind,date,verification\nletter,Letter,diplomatic note,2005-01-01,verified\ntreaty,Treaty,treaty,2001-07-16,verified\n',
      'signatories.csv': 'document,party,date,role\ntreaty,China,2001-07-16,signed\ntreaty,RU,2001-07-16,signed\n',
      'propositions.csv':
        'key,text,issues\ntw-part,Taiwan is a part of China.,taiwan\ntw-force,Force may be used.,taiwan\n',
      'passages.csv':
        'key,document,locator,kind,parties,stances\ntreaty-5,treaty,article 5,position,China; Russia,cn--tw-part--2001-07-16\n',
    },
  ],
])('%s says the same as a YAML file', async (_, texts) => {
  expect(summaryOf(await importTexts(database, texts))).toBe('UNCHANGED');
});

test('what a sheet says of nobody it leaves alone, and what it says otherwise it corrects', async () => {
  const outcome = await importTexts(database, { 'a.csv': 'proposition,CN,RU\na-res-1,A,\n' }, { dryRun: true });
  expect(summaryOf(outcome)).toEqual({ stance: { add: 1, amend: 0, retire: 1 } });
});

test('with --complete, what a sheet of the same source said before and lacks now is retired', async () => {
  const texts = (days: readonly string[]) => ({
    'a.csv': `party,proposition,position,basis,document,from\n${days.map((day) => `TR,tw-force,no,own statement,letter,${day}\n`).join('')}`,
  });
  await importTexts(database, texts(['2010-01-01', '2011-01-01']), { source: 'own' });
  expect(summaryOf(await importTexts(database, texts(['2011-01-01']), { source: 'own' }))).toBe('UNCHANGED');
  const complete = await importTexts(database, texts(['2011-01-01']), { source: 'own', complete: true });
  expect(summaryOf(complete)).toMatchObject({ stance: { add: 0, retire: 1 }, citation: { add: 0, retire: 1 } });
});

test('what a sheet does not say of a claim is filled in with the most cautious value', async () => {
  const text = 'party,proposition,position,basis,document,from\nTR,tw-part,no,own statement,letter,2010-01-01\n';
  await importTexts(database, { 'a.csv': text });
  const { rows } = await database.pool.query(
    `SELECT confidence, verification FROM stance JOIN citation ON stance_id = stance.id
     WHERE held_from = '2010-01-01' AND stance.retired_in IS NULL AND proposition_id = (SELECT id FROM proposition WHERE key = 'tw-part')`,
  );
  expect(rows).toEqual([{ confidence: 'LOW', verification: 'FROM_KNOWLEDGE' }]);
});
