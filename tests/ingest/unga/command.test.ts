import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addImportUnga } from '#cli/commands/import-unga.ts';
import { readConfig } from '#config/read-config.ts';
import { useDatabase } from '../../support/database.ts';
import { standing } from '../standing.ts';
import { replacing, sample, sampleWith } from './sample.ts';

const written = { out: '', progress: '' };

beforeEach(() => {
  Object.assign(written, { out: '', progress: '' });
  vi.spyOn(console, 'log').mockImplementation((line) => {
    written.out += `${line}\n`;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.progress += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs `concord import unga` in this process. */
async function run(url: string, ...args: readonly string[]): Promise<void> {
  const context = { config: () => readConfig({ DATABASE_URL: url }), interruption: new AbortController().signal };
  const group = new Command('import').exitOverride().configureOutput({ writeErr: () => {} });
  addImportUnga(group, context);
  await group.parseAsync(['unga', ...args], { from: 'user' });
}

describe('concord import unga', () => {
  const database = useDatabase('seeded');

  test('tells what it added, and each step when it is done', async () => {
    await run(database.url, '--dir', sample, '--author', 'ann', '--message', 'the sample');
    expect(written.out).toBe(
      'Revision 2: party 39 added, issue 6 added, document 15 added, proposition 15 added, propositionIssue 7 added, stance 30 added, absence 4 added.\n',
    );
    const steps = written.progress.trimEnd().replaceAll(/\d+\.\d s/g, 'N s');
    expect(steps.split('\n')).toEqual([
      'Reading roll_calls.csv: 15 rows in N s',
      'Reading issues.csv: 7 rows in N s',
      'Reading votes.csv: 30 rows in N s',
      'Reading absences_1946_2015.csv: 8 rows in N s',
      'Checking: N s',
      'Comparing with the ledger: N s',
      'Writing proposition_issue: 7 rows in N s',
      'Writing stance: 30 rows in N s',
      'Writing absence: 4 rows in N s',
    ]);
    const { rows } = await database.pool.query('SELECT author, message FROM revision WHERE number = 2');
    expect(rows).toEqual([{ author: 'ann', message: 'the sample' }]);
  });

  test('tells that there is nothing to change', async () => {
    await run(database.url, '--dir', sample);
    expect(written.out).toBe('Nothing to change: the ledger is up to date (revision 2).\n');
  });

  test('answers in JSON', async () => {
    const folder = await sampleWith({ 'votes.csv': replacing('4004,Russia,RU,yes', '4004,Russia,RU,no') });
    await run(database.url, '--dir', folder, '--json');
    expect(JSON.parse(written.out)).toEqual({
      status: 'REVISED',
      revision: 3,
      changes: {
        proposition: { added: 0, amended: 1, retired: 0 },
        stance: { added: 1, amended: 0, retired: 1 },
      },
    });
  });

  test('is refused with every problem, in JSON too', async () => {
    const folder = await sampleWith({ 'votes.csv': replacing('4004,Russia,RU,yes', '4004,Russia,RU,maybe') });
    const problem = { at: `${folder}/votes.csv:31`, found: 'vote: "maybe"', expected: 'one of yes, abstain, no' };
    await expect(run(database.url, '--dir', folder, '--json')).rejects.toMatchObject({
      name: 'CommandError',
      message: `${problem.at}  found ${problem.found}, expected ${problem.expected}\n1 problem; nothing was changed.`,
    });
    expect(JSON.parse(written.out)).toEqual({ status: 'REFUSED', problems: [problem], total: 1 });
  });

  test('shows a hundred problems and how many there are', async () => {
    const folder = await sampleWith({
      'votes.csv': `rcid,country,country_code,vote\n${'3,Russia,RU,maybe\n'.repeat(250)}`,
    });
    const message = await run(database.url, '--dir', folder).catch((error: Error) => error.message);
    const lines = `${message}`.split('\n');
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe('250 problems, the first 100 are shown; nothing was changed.');
  });

  test('shows what it would change when it is a dry run, and changes nothing', async () => {
    const folder = await sampleWith({ 'votes.csv': (text) => `${text.split('\n')[0]}\n` });
    const before = await standing(database);
    await run(database.url, '--dir', folder, '--complete', '--dry-run');
    expect(written.out.split('\n')).toEqual([
      expect.stringMatching(/^Dry run; nothing was changed\. Against revision \d+: .*stance 30 retired\.$/),
      expect.stringMatching(/^ {2}first amended proposition: unga-/),
      '  first retired stance: US | unga-3 | 1946-01-01',
      'The import will need --retire-up-to 30.',
      '',
    ]);
    written.out = '';
    await run(database.url, '--dir', folder, '--complete', '--dry-run', '--json');
    expect(JSON.parse(written.out)).toMatchObject({
      status: 'DRY_RUN',
      changes: { stance: { added: 0, amended: 0, retired: 30 } },
      first: { stance: { retired: 'US | unga-3 | 1946-01-01' } },
      retireUpTo: 30,
    });
    expect(await standing(database)).toEqual(before);
  });

  test.each(['-1', 'all', '1.5'])('takes no --retire-up-to %s', async (rows) => {
    await expect(run(database.url, '--dir', sample, `--retire-up-to=${rows}`)).rejects.toMatchObject({
      code: 'commander.invalidArgument',
    });
  });

  test('needs a folder', async () => {
    await expect(run(database.url)).rejects.toMatchObject({ code: 'commander.missingMandatoryOptionValue' });
  });
});

describe('concord import unga on a ledger without the seed files', () => {
  const database = useDatabase('migrated');

  test('changes nothing when the files are wrong', async () => {
    const folder = await sampleWith({ 'votes.csv': '' });
    await expect(run(database.url, '--dir', folder)).rejects.toMatchObject({ name: 'CommandError' });
    expect(await standing(database)).toMatchObject({ revision: 0 });
  });

  test('imports them first', async () => {
    await run(database.url, '--dir', sample);
    const { rows } = await database.pool.query('SELECT number, source FROM revision ORDER BY number');
    expect(rows).toEqual([
      { number: 1, source: 'seeds' },
      { number: 2, source: 'unga' },
    ]);
  });
});
