import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { restoreBackup } from '#ledger/backup/restore-backup.ts';
import { writeBackup } from '#ledger/backup/write-backup.ts';
import { readHead } from '#ledger/head.ts';
import { verifyLedger } from '#ledger/verify/verify-ledger.ts';
import { exportTo, scratchFolder } from '../exports/export-to.ts';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { rolledBack } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';
import { stance, useWriter } from './writer.ts';

const database = useDatabase('migrated');
const writer = useWriter(database);
beforeAll(() => say(database, world));

const key = 'tr--tw-part--2010-05-01';
const citation = (verifiedAgainst: string | null) => ({
  document: 'letter',
  verification: 'VERIFIED',
  verifiedAgainst,
});
const selection =
  '... on StancesRevised { stances { key citations { document { key } verifiedAgainst { key title } } } }';
const shown = (verifiedAgainst: object | null) => [
  { key, citations: [{ document: { key: 'letter' }, verifiedAgainst }] },
];
const treaty = { key: 'treaty', title: 'Treaty' };

describe('the document against which the wording of a citation was verified', () => {
  test('is recorded and shown, and nothing is shown where none was given', async () => {
    const written = await writer.write(
      'recordStances',
      { stances: [stance({ citations: [citation('treaty')] })] },
      selection,
    );
    expect(written.stances).toEqual(shown(treaty));
    const { stance: other } = await writer.dataOf<{ stance: unknown }>(
      '{ stance(key: "ru--tw-part--2001-07-16") { citations { verifiedAgainst { key } } } }',
    );
    expect(other).toEqual({ citations: [{ verifiedAgainst: null }] });
  });

  test('is one of the ledger', async () => {
    const written = await writer.write('recordStances', {
      stances: [stance({ heldFrom: '2015-01-01', citations: [citation('treatie')] })],
    });
    expect(written.problems).toEqual([
      {
        at: 'input.stances[0].citations[0].verifiedAgainst',
        found: 'unknown document "treatie"',
        expected: 'a document of the ledger, such as treaty',
      },
    ]);
  });

  test('stays when something else is corrected, and is cleared by a citation without it', async () => {
    const corrected = await writer.write('correctStance', { stance: key, confidence: 'LOW' }, selection);
    expect(corrected.stances).toEqual(shown(treaty));
    const cleared = await writer.write('correctStance', { stance: key, citations: [citation(null)] }, selection);
    expect(cleared).toMatchObject({ changed: true, stances: shown(null) });
    const again = await writer.write('correctStance', { stance: key, citations: [citation('treaty')] }, selection);
    expect(again.stances).toEqual(shown(treaty));
  });

  test('is what a file says', async () => {
    const text = world.replace(
      '{ document: letter, verification: VERIFIED }',
      '{ document: letter, verification: VERIFIED, verifiedAgainst: treaty }',
    );
    expect((await say(database, text)).status).toBe('REVISED');
    expect((await say(database, text)).status).toBe('UNCHANGED');
  });

  test('is exported by its key', async () => {
    const { folder } = await exportTo(database, await scratchFolder(), { formats: ['csv'] });
    const rows: Record<string, string>[] = parse(await readFile(join(folder, 'citations.csv')), { columns: true });
    const against = rows.filter(({ verified_against_key: found }) => found !== '');
    expect(against.map((row) => [row.stance_key, row.verified_against_key])).toEqual([
      [key, 'treaty'],
      ['cn--tw-force--2005-03-14', 'treaty'],
    ]);
  });
});

describe('a digest', () => {
  test('covers it', async () => {
    expect((await verifyLedger(database, () => {})).touched).toBeNull();
    const touched = await rolledBack(database, async (client) => {
      await client.query('SET LOCAL session_replication_role = replica');
      await client.query('UPDATE citation SET verified_against_id = NULL WHERE verified_against_id IS NOT NULL');
      const { rows } = await client.query<{ number: number }>(
        `SELECT number FROM revision WHERE revision_parts(number) <> parts ORDER BY number`,
      );
      return rows.map(({ number }) => number);
    });
    expect(touched).toEqual([2, 3, 4, 5, 6]);
  });

  test('of citations without it is what it was before there was such a column', async () => {
    const sql = await readFile('prisma/migrations/20261129075345_identify_the_ledger/migration.sql', 'utf8');
    const [before = ''] = /CREATE FUNCTION canonical_citation[\s\S]*?\$\$;/.exec(sql) ?? [];
    const lines = 'SELECT change, subject, line FROM';
    const { rows } = await rolledBack(database, async (client) => {
      await client.query(before.replace('canonical_citation', 'canonical_citation_before'));
      return client.query<{ same: boolean; count: number }>(
        `SELECT count(*)::int, (SELECT count(*) = 0 FROM (${lines} canonical_citation(1) EXCEPT ${lines} canonical_citation_before(1)) other) AS same
         FROM canonical_citation_before(1)`,
      );
    });
    expect(rows).toEqual([{ same: true, count: 4 }]);
  });
});

describe('a backup', () => {
  const restored = useDatabase('migrated');
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(inject('scratch'), 'verified-against-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('has it, and the restored ledger has the same digest', async () => {
    await writeBackup(database, join(folder, 'ledger'));
    await restoreBackup(restored, join(folder, 'ledger'));
    expect(await readHead(restored.pool)).toEqual(await readHead(database.pool));
    const { rows } = await restored.pool.query(
      'SELECT DISTINCT document.key FROM citation JOIN document ON document.id = verified_against_id',
    );
    expect(rows).toEqual([{ key: 'treaty' }]);
  });
});
