import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { utcDay } from '#agreement/day.ts';
import { measures } from '#agreement/measures/measure.ts';
import { askedComparison } from '#comparison/asked-comparison.ts';
import { agreementIn } from '#comparison/comparison.ts';
import type { Database } from '#postgres/open-database.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import { runConcord } from '../../cli/run-concord.ts';
import { scratchFolder } from '../../exports/export-to.ts';
import { dataAreThere } from '../../reference/published-scores.ts';
import { useDatabase } from '../../support/database.ts';
import { writeSheets, writeTenth } from './tenth.ts';

const minutes = 60_000;

const pairs = [
  ['CN', 'RU'],
  ['US', 'GB'],
  ['US', 'CU'],
  ['IN', 'BR', 'ZA'],
  ['DE', 'FR'],
  ['NA', 'KP', 'AU', 'TR'],
];

// The votes are not part of the project.
const title = dataAreThere
  ? 'a tenth of the votes of the UN'
  : 'SKIPPED, because ../shared/data is not there: a tenth of the votes of the UN';

describe.skipIf(!dataAreThere)(title, () => {
  const imported = useDatabase('seeded');
  const written = useDatabase('seeded');

  beforeAll(async () => {
    const folder = await scratchFolder();
    const unga = join(folder, 'unga');
    await writeTenth(unga);
    const run = await runConcord(['import', 'unga', '--dir', unga], { DATABASE_URL: imported.url });
    expect(run).toMatchObject({ code: 0 });
    const sheets = await writeSheets(unga, join(folder, 'sheets'), imported);
    const args = ['import', 'stances', ...sheets, '--columns', join(folder, 'sheets', 'columns.yaml')];
    const own = await runConcord(args, { DATABASE_URL: written.url });
    expect({ code: own.code, stderr: own.stderr.slice(0, 3_000) }).toEqual({ code: 0, stderr: '' });
  }, 10 * minutes);

  const counts = `SELECT p.key, (SELECT count(*)::int FROM stance s WHERE s.party_id = p.id AND s.basis = 'VOTE' AND s.tier = 'EXTENDED') AS votes,
      (SELECT count(*)::int FROM absence a WHERE a.party_id = p.id) AS absences FROM party p ORDER BY 1`;

  test('in sheets give every party as many votes and absences as import unga', async () => {
    expect((await written.pool.query(counts)).rows).toEqual((await imported.pool.query(counts)).rows);
  });

  test.each(measures)('in sheets give the same numbers by %s as import unga', async (measure) => {
    const numbersIn = async ({ url }: Database) => {
      const snapshot = await buildSnapshot(url);
      return pairs.map((parties) => {
        const asked = {
          parties,
          scope: { kinds: ['ROLL_CALL'] as const },
          policy: { measure, unanimousRollCalls: 'EXCLUDE' as const },
        };
        return agreementIn(askedComparison(snapshot, asked, { today: utcDay(new Date('2026-01-15')) }));
      });
    };
    const numbers = await numbersIn(imported);
    expect(await numbersIn(written)).toEqual(numbers);
    expect(numbers.every(({ shared }) => shared > 50)).toBe(true);
  });
});
