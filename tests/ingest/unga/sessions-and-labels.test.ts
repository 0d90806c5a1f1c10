import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crosswalkPath } from '#ingest/roll-calls/crosswalk/read-crosswalk.ts';
import { useDatabase } from '../../support/database.ts';
import { importFolder, sampleWith } from './sample.ts';

/** The sample with roll calls and labels of recent sessions. */
const recent = {
  'roll_calls.csv': (text: string) => `${text.trimEnd()}
5001,73,2018-12-05,R/73/1,,The last session whose labels are right,0,0,0
5002,74,2019-12-12,R/74/1,,The first one whose labels are not,0,0,0
5003,ES-11,2022-03-02,ES-11/1,,Aggression against Ukraine,0,0,0
5004,10emsp,2017-12-21,ES-10/19,,Status of Jerusalem,0,0,0
`,
  'issues.csv': (text: string) => `${text.trimEnd()}
5001,di,Arms control and disarmament
5001,co,Colonialism
5002,di,Arms control and disarmament
5002,co,Colonialism
5002,ec,Economic development
`,
  'votes.csv': (text: string) => `${text.trimEnd()}
5002,Russia,RU,yes
5003,Russia,RU,no
5003,Ukraine,UA,yes
`,
};

describe('sessions', () => {
  const database = useDatabase('seeded');

  test('are special ones too, beside the regular one in progress', async () => {
    await importFolder(database, await sampleWith(recent));
    const { rows } = await database.pool.query(
      `SELECT key, session, series, tabled_on_precision AS precision FROM proposition WHERE key IN ('unga-4003', 'unga-5003', 'unga-5004') ORDER BY key`,
    );
    expect(rows).toEqual([
      { key: 'unga-4003', session: 61, series: null, precision: 'DAY' },
      { key: 'unga-5003', session: 76, series: 'ES-11', precision: 'DAY' },
      { key: 'unga-5004', session: 72, series: 'ES-10', precision: 'DAY' },
    ]);
  });
});

describe('labels that are copies of those of another issue', () => {
  const database = useDatabase('seeded');
  const labels = async () => {
    const { rows } = await database.pool.query<{ label: string }>(
      `SELECT concat(proposition.key, ' ', issue.key) AS label FROM proposition_issue t JOIN proposition ON proposition.id = proposition_id
       JOIN issue ON issue.id = issue_id WHERE t.retired_in IS NULL AND proposition.key IN ('unga-5001', 'unga-5002') ORDER BY 1`,
    );
    return rows.map(({ label }) => label);
  };
  const right = ['unga-5001 un-arms-control', 'unga-5001 un-colonialism', 'unga-5002 un-arms-control'];

  test('were taken by an earlier crosswalk', async () => {
    const folder = await sampleWith(recent);
    const crosswalk = join(folder, 'crosswalk.yml');
    await writeFile(crosswalk, (await readFile(crosswalkPath, 'utf8')).replaceAll(/\n +lastSession: .*/g, ''));
    expect(await importFolder(database, folder, { crosswalk })).not.toHaveProperty('leftOut');
    expect(await labels()).toEqual([...right, 'unga-5002 un-colonialism', 'unga-5002 un-economic-development']);
  });

  test('are left out, counted, and retired where they stand', async () => {
    const warnings: string[] = [];
    const outcome = await importFolder(database, await sampleWith(recent), { warn: (text) => warnings.push(text) });
    expect(outcome).toMatchObject({
      status: 'REVISED',
      leftOut: 2,
      changes: { propositionIssue: { added: 0, amended: 0, retired: 2 } },
    });
    expect(warnings).toEqual([
      'Left out: 2 labels (Colonialism after session 73, Economic development after session 73), which are copies of those of another issue.',
    ]);
    expect(await labels()).toEqual(right);
  });

  test('are counted again when nothing changes', async () => {
    expect(await importFolder(database, await sampleWith(recent))).toEqual({
      status: 'UNCHANGED',
      revision: 3,
      leftOut: 2,
    });
  });
});
