import { describe, expect, test } from 'vitest';
import { runConcord } from '../cli/run-concord.ts';
import { filesOf } from '../ingest/files.ts';
import { everything } from '../ingest/standing.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { stance, useWriter } from './writer.ts';

describe('the seed files after a correction over the API', () => {
  const database = useDatabase('seeded');
  const writer = useWriter(database);
  const seed = () => runConcord(['seed'], { DATABASE_URL: database.url });
  const key = 'cn--tw-inalienable--1972-12-22';

  test('report the conflict, with the place in the file, and change nothing', async () => {
    await writer.write('correctStance', { stance: key, confidence: 'LOW' });
    const before = await everything(database);
    const { code, stderr } = await seed();
    expect(code).toBe(1);
    expect(stderr).toMatch(/\.yaml:\d+:\d+ .*found stance .* changed by editor since/);
    expect(stderr).toContain('nothing was changed');
    expect(await everything(database)).toEqual(before);
  });

  test('fit again when the correction is taken back', async () => {
    await writer.write('correctStance', { stance: key, confidence: 'HIGH' });
    const { code, stdout } = await seed();
    expect([code, stdout]).toEqual([0, expect.stringContaining('Nothing to change')]);
  });

  test('do not bring back what was retracted', async () => {
    const { changed } = await writer.write('retractStance', { stances: [key] });
    expect(changed).toBe(true);
    const before = await everything(database);
    const { code, stderr } = await seed();
    expect([code, stderr]).toEqual([1, expect.stringContaining('retired by editor since')]);
    expect(await everything(database)).toEqual(before);
  });
});

describe('complete files of one source beside what the API wrote', () => {
  const database = useDatabase('migrated');
  const writer = useWriter(database);
  const importing = async (text: string, ...options: string[]) => {
    const folder = await filesOf({ 'world.yaml': text });
    return runConcord(['import', 'stances', folder, '--source', 'desk', ...options], { DATABASE_URL: database.url });
  };

  test('retire only what their own source added', async () => {
    await importing(world);
    await writer.write('recordStances', { stances: [stance()] });
    await writer.write('addIssue', { key: 'aukus', name: 'AUKUS' });
    await writer.write('addMembership', { bloc: 'nato', member: 'CN', from: '2020-01-01', status: 'UNCLEAR' });
    await writer.write('addParty', { key: 'FR', kind: 'COUNTRY', name: 'France' });
    const { code, stdout } = await importing(world, '--complete');
    expect([code, stdout]).toEqual([0, expect.stringContaining('Nothing to change')]);
    const without = world.replace(/ {6}- party: RU[\s\S]*?(?= {2}- key: tw-force)/, '');
    expect((await importing(without, '--complete')).stdout).toMatch(/stance 1 retired, citation 1 retired\./);
    const { data } = await writer.ask(
      '{ ours: stance(key: "tr--tw-part--2010-05-01") { key } theirs: stance(key: "ru--tw-part--2001-07-16") { key } issue(key: "aukus") { key } party(key: "FR") { key } }',
    );
    expect(data).toEqual({
      ours: { key: 'tr--tw-part--2010-05-01' },
      theirs: null,
      issue: { key: 'aukus' },
      party: { key: 'FR' },
    });
  });

  test('do not overwrite a membership that the API moved to another day', async () => {
    await writer.write('amendMembership', {
      bloc: 'nato',
      member: 'TR',
      from: '1952-02-18',
      correctedFrom: '1952-02-19',
    });
    const before = await everything(database);
    const { code, stderr } = await importing(world);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('membership nato | TR | 1952-02-18 retired by editor since'),
    ]);
    expect(await everything(database)).toEqual(before);
  });
});
