import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { everything } from '../standing.ts';
import { importSample } from '../unga/sample.ts';
import { importRows, rowsOf, votesOf } from './files.ts';

const header = 'rcid,session,date,unres,short,descr,amend,para,importantvote';
const votes = (rcids: readonly number[]) => [
  'rcid,country,country_code,vote',
  ...rcids.flatMap((rcid) => [`${rcid},United States,US,no`, `${rcid},Russia,RU,yes`, `${rcid},India,IN,yes`]),
];
const absences = 'rcid,country,country_code,status\n9149,France,FR,absent\n';
const lines = (of: readonly string[]) => `${of.join('\n')}\n`;

/** Voeten's record: a resolution whose letter he leaves out, one without a symbol, one of an old session, two alike, and a paragraph. */
const other = {
  'roll_calls.csv': lines([
    header,
    '9148,75,2020-12-31,A/RES/75/250,,Seventy-five,,,',
    '9149,75,2020-12-07,,,No symbol,,,',
    '1807,17,1962-11-07,R/17/1807,,Old,0,0,0',
    '9200,75,2020-12-21,A/RES/75/225,,Twice,,,',
    '9201,75,2020-12-21,A/RES/75/225,,Twice again,,,',
    '9300,75,2020-12-22,A/RES/75/300,,A paragraph,,1,',
  ]),
  'votes.csv': lines(votes([9148, 9149, 1807, 9200, 9201, 9300])),
  'absences_1946_2015.csv': absences,
  'issues.csv': lines(['rcid,short_name,issue', '9148,hr,Human rights']),
};

const same = { USA: 'N', RUS: 'Y', IND: 'Y' };
const ga = (
  undl_id: number,
  date: string,
  session: string,
  resolution: string,
  said: Readonly<Record<string, string>> = same,
) =>
  rowsOf(
    { undl_id, date, session, resolution, title: `Roll call ${undl_id}`, subjects: 'HUMAN RIGHTS--MEASURES' },
    said,
  );

const database = useDatabase('seeded');
const overruling = useDatabase('seeded');
const untouched = useDatabase('seeded');

const rows = [
  ...ga(1, '2020-12-31', '75', 'A/RES/75/250A', { ...same, FRA: 'A' }),
  ...ga(2, '2021-04-16', '75', 'A/RES/75/250B'),
  ...ga(3, '2020-12-07', '75', 'A/RES/75/40', { ...same, FRA: 'Y', GBR: 'X' }),
  ...ga(4, '1962-11-20', '17', 'A/RES/1807(XVII)', { USA: 'N', RUS: 'Y', FRA: 'X' }),
  ...ga(5, '2020-12-21', '75', 'A/RES/75/225'),
  ...ga(6, '2020-12-22', '75', 'A/RES/75/300'),
  ...ga(7, '2020-12-31', '75', 'A/RES/75/250', { USA: 'Y', RUS: 'N', IND: 'Y' }),
];

const differencesIn = async ({ pool }: typeof database) =>
  (
    await pool.query<{ line: string }>(
      `SELECT concat_ws(' ', p.key, party.key, source, coalesce(position::text, 'ABSENT'), address) AS line FROM difference
       JOIN proposition p ON p.id = proposition_id JOIN party ON party.id = party_id WHERE difference.retired_in IS NULL ORDER BY 1`,
    )
  ).rows.map(({ line }) => line);

describe('roll calls that another source has recorded', () => {
  test('are not loaded twice; what the other does not say is added, what it says otherwise is listed', async () => {
    await importSample(database, other);
    expect(await importRows(database, rows)).toMatchObject({
      status: 'REVISED',
      changes: {
        proposition: { added: 3 },
        stance: { added: 10 },
        absence: { added: 2 },
        difference: { added: 1 },
        propositionIssue: { added: 3 },
      },
      matching: {
        matched: 3,
        differences: 1,
        ambiguous: [{ rollCall: '5', symbol: 'A/RES/75/225', candidates: ['unga-9200', 'unga-9201'] }],
      },
    });
    const { rows: keys } = await database.pool.query(
      "SELECT key FROM proposition WHERE key LIKE 'undl-%' ORDER BY key",
    );
    expect(keys).toEqual([{ key: 'undl-2' }, { key: 'undl-6' }, { key: 'undl-7' }]);
    expect(await votesOf(database, 'unga-9148')).toEqual(['FR NEUTRAL', 'IN SUPPORT', 'RU SUPPORT', 'US OPPOSE']);
    expect(await votesOf(database, 'unga-9149')).toEqual([
      'FR ABSENT',
      'GB ABSENT',
      'IN SUPPORT',
      'RU SUPPORT',
      'US OPPOSE',
    ]);
    expect(await votesOf(database, 'unga-1807')).toEqual(['FR ABSENT', 'IN SUPPORT', 'RU SUPPORT', 'US OPPOSE']);
    expect(await differencesIn(database)).toEqual(['unga-9149 FR undl SUPPORT https://digitallibrary.un.org/record/3']);
  });

  test('are dated as the other source has them', async () => {
    const { rows: dates } = await database.pool.query(
      `SELECT date::text, precision FROM absence JOIN proposition p ON p.id = proposition_id WHERE p.key = 'unga-1807'`,
    );
    expect(dates).toEqual([{ date: '1962-11-07', precision: 'MONTH' }]);
  });

  test('stay the same when the files are imported again, with either source', async () => {
    expect(await importRows(database, rows)).toMatchObject({ status: 'UNCHANGED' });
    expect(await importSample(database, other)).toMatchObject({ status: 'UNCHANGED' });
  });

  test('differ no longer when the files agree', async () => {
    const agreed = rows.filter(({ undl_id, ms_code }) => undl_id !== 3 || ms_code !== 'FRA');
    const outcome = await importRows(database, [...agreed, ...ga(3, '2020-12-07', '75', 'A/RES/75/40', { FRA: 'X' })]);
    expect(outcome).toMatchObject({ status: 'REVISED', changes: { difference: { added: 0, retired: 1 } } });
    expect(await differencesIn(database)).toEqual([]);
  });

  test('say what the official record says when that goes first, and keep saying so', async () => {
    await importSample(overruling, other);
    await importRows(overruling, rows);
    expect(await importRows(overruling, rows, { officialFirst: true })).toMatchObject({
      status: 'REVISED',
      changes: {
        stance: { added: 1, retired: 0 },
        absence: { added: 0, retired: 1 },
        difference: { added: 0, retired: 1 },
      },
      matching: { matched: 3, differences: 1 },
    });
    expect(await votesOf(overruling, 'unga-9149')).toEqual([
      'FR SUPPORT',
      'GB ABSENT',
      'IN SUPPORT',
      'RU SUPPORT',
      'US OPPOSE',
    ]);
    expect(await differencesIn(overruling)).toEqual([]);
    expect(await importRows(overruling, rows)).toMatchObject({ status: 'UNCHANGED' });
    const { rows: retiring } = await overruling.pool.query(
      `SELECT revision.source FROM absence JOIN revision ON revision.number = absence.retired_in JOIN party ON party.id = party_id WHERE party.key = 'FR'`,
    );
    expect(retiring).toEqual([{ source: 'undl' }]);
  });

  test('and the other source does not overrule it in turn: its next import is refused with each conflict', async () => {
    const outcome = await importSample(overruling, other);
    expect(outcome).toMatchObject({ status: 'REFUSED', total: 1 });
    expect(outcome.status === 'REFUSED' && outcome.problems[0]?.found).toBe(
      'absence FR | unga-9149 | 2020-12-07 retired by undl since',
    );
  });

  test('are told by a dry run, which changes nothing', async () => {
    await importSample(untouched, other);
    const before = await everything(untouched);
    expect(await importRows(untouched, rows, { dryRun: true })).toMatchObject({
      status: 'DRY_RUN',
      changes: { difference: { added: 1 } },
      first: { difference: { added: 'unga-9149 | FR | undl' } },
      matching: { matched: 3, differences: 1 },
    });
    expect(await everything(untouched)).toEqual(before);
  });
});
