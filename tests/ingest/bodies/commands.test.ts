import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addImportPolis } from '#cli/commands/import-polis.ts';
import { addImportPopolo } from '#cli/commands/import-popolo.ts';
import { addImportVoteview } from '#cli/commands/import-voteview.ts';
import { readConfig } from '#config/read-config.ts';
import { useDatabase } from '../../support/database.ts';
import { sampleOf } from './sample.ts';

const database = useDatabase('migrated');
let written = '';

beforeEach(() => {
  written = '';
  vi.spyOn(console, 'log').mockImplementation((line) => {
    written += `${line}\n`;
  });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs `concord import` in this process. */
async function run(...args: readonly string[]): Promise<void> {
  const context = {
    config: () => readConfig({ DATABASE_URL: database.url }),
    interruption: new AbortController().signal,
  };
  const group = new Command('import').exitOverride().configureOutput({ writeErr: () => {} });
  for (const add of [addImportVoteview, addImportPopolo, addImportPolis]) add(group, context);
  for (const command of group.commands) command.exitOverride().configureOutput({ writeErr: () => {} });
  await group.parseAsync(args, { from: 'user' });
}

const sources = async () =>
  (await database.pool.query('SELECT * FROM source WHERE retired_in IS NULL ORDER BY id')).rows;

test('an import tells what it added', async () => {
  await run('voteview', sampleOf('voteview'), '--author', 'ann');
  expect(written).toBe(
    'Revision 1: party 7 added, document 4 added, proposition 4 added, source 1 added, membership 4 added, stance 4 added, absence 4 added.\n',
  );
  expect((await sources())[0]).toMatchObject({
    key: 'voteview',
    citation: expect.stringContaining('Lewis, Jeffrey B.'),
  });
});

test('the terms of files are asked for where their format does not tell them', async () => {
  const popolo = ['popolo', sampleOf('popolo'), '--option', 'both=absent'];
  await expect(run(...popolo)).rejects.toThrow("required option '--citation <text>' not specified");
  await expect(run(...popolo, '--citation', 'Hansard')).rejects.toThrow("required option '--licence <name>'");
  await expect(run('polis', sampleOf('polis'))).rejects.toThrow("required option '--citation <text>' not specified");
  const terms = ['--citation', 'Hansard', '--licence', 'OGL-UK-3.0', '--licence-address', 'https://example.org/ogl'];
  await run(...popolo, ...terms, '--source', 'commons', '--title', 'Divisions', '--author', 'ann');
  expect((await sources()).at(-1)).toMatchObject({
    ...{ key: 'commons', title: 'Divisions', citation: 'Hansard', licence: 'OGL-UK-3.0' },
    licence_address: 'https://example.org/ogl',
  });
});

test('options that cannot be are refused before anything is read', async () => {
  const popolo = ['popolo', sampleOf('popolo'), '--citation', 'x', '--licence', 'y'];
  await expect(run(...popolo, '--option', 'both=maybe')).rejects.toThrow(
    'Expected an option and one of yes, no, abstain',
  );
  await expect(run(...popolo, '--source', 'My Source')).rejects.toThrow('Expected a key of lower-case letters');
  await expect(run(...popolo, '--licence-address', 'ogl')).rejects.toThrow('Expected an address that begins with http');
});

test('problems come as JSON on request, and change nothing', async () => {
  const popolo = run('popolo', sampleOf('popolo'), '--citation', 'x', '--licence', 'y', '--json', '--author', 'ann');
  await expect(popolo).rejects.toThrow('option: "both"');
  expect(JSON.parse(written)).toMatchObject({ status: 'REFUSED', total: 1 });
  expect((await sources()).map(({ key }) => key)).toEqual(['voteview', 'commons']);
});

test('every key of a Polis conversation begins with the source that it is given', async () => {
  await run(
    'polis',
    sampleOf('polis'),
    '--citation',
    'Ann',
    '--licence',
    'words',
    '--source',
    'bridge',
    '--author',
    'ann',
  );
  const { rows } = await database.pool.query(
    `SELECT key FROM party WHERE kind IN ('PERSON', 'GROUP') AND retired_in IS NULL AND key ~ '-(participant|group)-[0-9]+$'`,
  );
  expect(rows.length).toBeGreaterThan(2);
  for (const { key } of rows) expect(key).toMatch(/^bridge-(participant|group)-\d+$/);
});
