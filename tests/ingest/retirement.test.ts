import { beforeEach, describe, expect, test } from 'vitest';
import { importFiles } from '#ingest/import-files.ts';
import { useDatabase } from '../support/database.ts';
import { filesOf } from './files.ts';
import { say, summaryOf } from './say.ts';
import { everything, standing } from './standing.ts';

const members = ['AA', 'BB', 'CC'];
const bloc = (rest: string) => `
countries: [${members.map((key) => `{ key: ${key}, name: ${key} }`).join(', ')}]
issues: [{ key: peace, name: Peace }, { key: war, name: War }]
${rest}`;
const said = bloc(`
blocs:
  - key: union
    name: Union
    members: [{ country: AA, from: 1990-01-01 }, { country: BB, from: 1990-01-01 }]
documents: [{ key: pact, title: Pact, kind: TREATY, date: 1991-01-01, verification: VERIFIED, signed: [AA, BB] }]
propositions: [{ key: peace-first, text: Peace comes first., issues: [peace, war] }]`);

describe('files that do not claim to be complete', () => {
  const database = useDatabase('migrated');
  beforeEach(async () => {
    await say(database, said, { complete: true });
  });

  test.each([
    ['members of a bloc', ', { country: BB, from: 1990-01-01 }', ''],
    ['signatories of a document', 'signed: [AA, BB]', 'signed: [AA]'],
    ['issues of a proposition', 'issues: [peace, war]', 'issues: [peace]'],
  ])('retire no %s that they lack', async (_, old, by) => {
    const before = await everything(database);
    expect(said).toContain(old);
    expect(summaryOf(await say(database, said.replace(old, by)))).toBe('UNCHANGED');
    expect(await everything(database)).toEqual(before);
  });

  test('correct the day on which a member joined', async () => {
    const outcome = await say(
      database,
      said.replace('{ country: BB, from: 1990-01-01 }', '{ country: BB, from: 1990-02-01 }'),
    );
    expect(summaryOf(outcome)).toEqual({ membership: { add: 1, amend: 0, retire: 1 } });
  });

  test('correct the day on which a document was signed', async () => {
    const outcome = await say(database, said.replace('date: 1991-01-01', 'date: 1991-01-02'));
    expect(summaryOf(outcome)).toEqual({
      document: { add: 0, amend: 1, retire: 0 },
      signatory: { add: 2, amend: 0, retire: 2 },
    });
  });

  test('tell how many records they lack that stay', async () => {
    expect(await say(database, said.replace('issues: [peace, war]', 'issues: [peace]'))).toMatchObject({
      status: 'UNCHANGED',
      kept: { propositionIssue: { rows: 1, of: 2 } },
    });
  });
});

describe('complete files of which much is missing', () => {
  const database = useDatabase('migrated');
  const issues = (count: number) =>
    `issues: [${Array.from({ length: count }, (_, index) => `{ key: issue-${index}, name: Issue ${index} }`).join(', ')}]`;

  test('are refused, with the number that would have to be permitted', async () => {
    await say(database, issues(100), { complete: true });
    const before = await everything(database);
    await expect(say(database, issues(79), { complete: true, retireUpTo: 0 })).rejects.toMatchObject({
      code: 'RETIRES_TOO_MUCH',
      message: expect.stringMatching(/issue 21 of 100 \(21 %\).*--retire-up-to 21\b/),
    });
    await expect(say(database, issues(79), { complete: true, retireUpTo: 20 })).rejects.toThrow('--retire-up-to 21');
    expect(await everything(database)).toEqual(before);
  });

  test('are taken when that many records may be retired', async () => {
    expect(summaryOf(await say(database, issues(79), { complete: true, retireUpTo: 21 }))).toEqual({
      issue: { add: 0, amend: 0, retire: 21 },
    });
  });

  test('are taken when no more than 20 records are missing', async () => {
    expect(summaryOf(await say(database, issues(59), { complete: true, retireUpTo: 0 }))).toEqual({
      issue: { add: 0, amend: 0, retire: 20 },
    });
  });
});

describe('a dry run', () => {
  const database = useDatabase('migrated');

  test('tells the number and the first of each change, and changes nothing', async () => {
    await say(database, said, { complete: true });
    const before = await everything(database);
    const other = said
      .replace('name: War', 'name: Wars')
      .replace(', { country: BB, from: 1990-01-01 }', '')
      .replace('BB, name: BB', 'BB, name: B')
      .replace('[AA, BB]', '[AA, CC]');
    const outcome = await say(database, other, { complete: true, dryRun: true });
    expect(outcome).toMatchObject({
      status: 'DRY_RUN',
      base: 1,
      first: {
        party: { amended: 'BB' },
        issue: { amended: 'war' },
        membership: { retired: 'union | BB | 1990-01-01' },
        signatory: { added: 'pact | CC', retired: 'pact | BB' },
      },
    });
    expect(await everything(database)).toEqual(before);
  });
});

describe('a folder', () => {
  const database = useDatabase('migrated');
  const issue = (key: string) => `issues: [{ key: ${key}, name: ${key} }]`;

  test('is read whatever the case of .yaml and .yml, and the other files are named', async () => {
    const folder = await filesOf({
      'a.yaml': issue('a'),
      'b.yml': issue('b'),
      'below/c.YAML': issue('c'),
      'd.yaml.bak': issue('d'),
      'README.md': 'Read me.',
    });
    const warnings: string[] = [];
    const by = { author: 'tester', source: 'test', message: 'a test' };
    const outcome = await importFiles(database, [folder], by, { complete: true, warn: (text) => warnings.push(text) });
    expect(summaryOf(outcome)).toEqual({ issue: { add: 3, amend: 0, retire: 0 } });
    expect(await standing(database)).toMatchObject({ issue: 3 });
    expect(warnings).toEqual([
      `Warning: not read: ${folder}/README.md, ${folder}/d.yaml.bak; only .yaml, .yml, .csv or .csv.gz files are.`,
    ]);
  });
});
