import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { warningsIn } from '#comparison/warnings.ts';
import { importUnga } from '#ingest/roll-calls/unga/import-unga.ts';
import { sideBySide, snapshotOf } from '../ledger/snapshot-of.ts';
import { useDatabase } from '../support/database.ts';
import { laterRollCalls, laterRollCallsAreThere, rollCalls } from './published-scores.ts';

const minutes = 60_000;
const by = { author: 'a test', message: 'Import the UN General Assembly' };
/** Numbers that the later file uses a second time. */
const reused = [411, 427, 449, 495];

/** The later files without these roll calls. */
async function laterWithout(rcids: readonly number[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-later-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of (await readdir(laterRollCalls)).filter((file) => file.endsWith('.csv.gz'))) {
    const lines = gunzipSync(await readFile(join(laterRollCalls, name)))
      .toString()
      .split('\n');
    const kept = lines.filter((line) => !rcids.some((rcid) => line.startsWith(`${rcid},`)));
    await writeFile(join(folder, name), gzipSync(kept.join('\n')));
  }
  return folder;
}

// The votes are not part of the project.
const title = laterRollCallsAreThere
  ? 'the roll calls of 1946 to 2020 and after'
  : 'SKIPPED, because ../shared/data is not there: roll calls after 2020';

describe.skipIf(!laterRollCallsAreThere)(title, () => {
  const database = useDatabase('seeded');

  beforeAll(async () => {
    const outcome = await importUnga(database, rollCalls, by);
    expect(outcome).toMatchObject({
      status: 'REVISED',
      leftOut: 32,
      changes: { proposition: { added: 6203 }, stance: { added: 870_109 }, absence: { added: 73_328 } },
    });
  }, 10 * minutes);

  test('are known to be wrong where the official record shows it', async () => {
    const snapshot = await snapshotOf(database);
    const disputed = (parties: readonly string[], sessions: readonly number[]) =>
      warningsIn(sideBySide(snapshot, parties, { rollCalls: { sessions } })).find(
        ({ code }) => code === 'DISPUTED_VOTES',
      )?.count;
    expect(disputed(['GR', 'FR'], [65])).toBe(30);
    expect(disputed(['MC', 'FR'], [48])).toBe(49);
    expect(disputed(['CD', 'FR'], [52, 53])).toBe(76);
    expect(disputed(['MM', 'FR'], [49])).toBe(63);
    expect(disputed(['GR', 'FR'], [64])).toBeUndefined();
    expect(disputed(['US', 'FR'], [48, 52, 53, 65, 71])).toBeUndefined();
  });

  test('are refused where a number is used a second time, each by name', async () => {
    const outcome = await importUnga(database, laterRollCalls, by);
    expect(outcome).toMatchObject({ status: 'REFUSED', total: reused.length });
    const problems = outcome.status === 'REFUSED' ? outcome.problems : [];
    for (const rcid of reused)
      expect(problems).toContainEqual(
        expect.objectContaining({ found: expect.stringMatching(`^roll call ${rcid} of 2023-`) }),
      );
  });

  test(
    'add 344 and retire nothing without these, and are told to have one twice',
    async () => {
      const warnings: string[] = [];
      const folder = await laterWithout(reused);
      const outcome = await importUnga(database, folder, by, { warn: (text) => warnings.push(text) });
      expect(outcome).toMatchObject({
        status: 'REVISED',
        changes: { proposition: { added: 344, amended: 0, retired: 0 } },
      });
      const changes = outcome.status === 'REVISED' ? Object.values(outcome.changes) : [];
      for (const { retired } of changes) expect(retired).toBe(0);
      expect(warnings.filter((text) => text.includes('again'))).toEqual([
        expect.stringContaining('unga-9430 seems to be unga-9396 again'),
      ]);
      expect(await importUnga(database, folder, by)).toMatchObject({ status: 'UNCHANGED' });
    },
    5 * minutes,
  );
});
