import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seedsFolder } from '#cli/seed-once.ts';
import { seedLedger } from '#ingest/seed.ts';
import { useDatabase } from '../support/database.ts';
import { copyOfSeeds, replaceIn } from './files.ts';
import { summaryOf } from './say.ts';
import { everything, standing } from './standing.ts';

describe('the seed files', () => {
  const database = useDatabase('migrated');

  test('hold both fact sheets whole, and import as one revision', async () => {
    const outcome = await seedLedger(database, seedsFolder);
    expect(outcome).toMatchObject({ status: 'REVISED', revision: 1 });
    expect(await standing(database)).toMatchObject({
      revision: 1,
      issue: 8,
      proposition: 37,
      document: 251,
      stance: 1256,
      citation: 1290,
      passage: 26,
      membership: 325,
      signatory: 607,
      absence: 2,
      verbGuide: 21,
    });
    const { rows } = await database.pool.query('SELECT kind, count(*)::int FROM party GROUP BY kind ORDER BY kind');
    expect(rows).toEqual([
      { kind: 'COUNTRY', count: 167 },
      { kind: 'BLOC', count: 15 },
    ]);
  });

  test('make no revision when they are imported again', async () => {
    const before = await everything(database);
    expect(await seedLedger(database, seedsFolder)).toEqual({ status: 'UNCHANGED', revision: 1 });
    expect(await everything(database)).toEqual(before);
  });
});

describe('a changed seed file', () => {
  const database = useDatabase('seeded');

  test('makes one revision, which holds the changed stance alone, with its citations moved to it', async () => {
    const folder = await copyOfSeeds();
    await replaceIn(
      join(folder, 'issues/taiwan/tw-meaningful-participation.yaml'),
      'China holds that Taiwan is not eligible',
      'China maintains that Taiwan is not eligible',
    );
    const outcome = await seedLedger(database, folder);
    expect(summaryOf(outcome)).toEqual({
      stance: { add: 1, amend: 0, retire: 1 },
      citation: { add: 1, amend: 0, retire: 1 },
    });
    const { rows } = await database.pool.query(
      `SELECT stance.rationale LIKE 'China maintains%' AS new, citation.key_phrase FROM stance
       JOIN citation ON stance_id = stance.id AND citation.retired_in IS NULL WHERE stance.added_in = 2`,
    );
    expect(rows).toEqual([{ new: true, key_phrase: 'not eligible to join the WHO' }]);
    expect(await standing(database)).toMatchObject({ revision: 2, stance: 1256, citation: 1290 });
  });
});
