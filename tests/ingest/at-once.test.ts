import { describe, expect, test } from 'vitest';
import { seedsFolder } from '#cli/seed-once.ts';
import { seedLedger } from '#ingest/seed.ts';
import { isAnybodyWaiting, takeRevision, until } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';
import { say } from './say.ts';
import { standing } from './standing.ts';
import { world } from './world.ts';

describe('two imports of the same files at once', () => {
  const database = useDatabase('migrated');

  test('make one revision with everything in it, and the other finds nothing to do', async () => {
    const outcomes = await Promise.all([seedLedger(database, seedsFolder), seedLedger(database, seedsFolder)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['REVISED', 'UNCHANGED']);
    expect(await standing(database)).toMatchObject({ revision: 1, stance: 1256, citation: 1290 });
  });
});

describe('many imports of different sources at once', () => {
  const database = useDatabase('migrated');

  test('make a revision each, and none is lost', async () => {
    await say(database, world);
    const sources = Array.from({ length: 8 }, (_, index) => `source-${index}`);
    const outcomes = await Promise.all(
      sources.map((source) => say(database, `issues: [{ key: ${source}, name: Issue of ${source} }]`, { source })),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(sources.map(() => 'REVISED'));
    const { rows } = await database.pool.query(
      `SELECT number, source, array_agg(issue.key) AS issues FROM revision JOIN issue ON added_in = number
       WHERE number > 1 GROUP BY number ORDER BY number`,
    );
    expect(rows.map(({ number }) => number)).toEqual(sources.map((_, index) => index + 2));
    expect(rows.every(({ source, issues }) => issues.join() === source)).toBe(true);
    expect(rows.map(({ source }) => source).sort()).toEqual(sources);
  });
});

describe('two sources that say different things of one record at once', () => {
  const database = useDatabase('migrated');

  test('end with one of them in the ledger and the other told of the conflict', async () => {
    const outcomes = await Promise.all(
      ['one', 'two'].map((source) => say(database, `issues: [{ key: taiwan, name: Taiwan ${source} }]`, { source })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['REFUSED', 'REVISED']);
    const taken = outcomes[0]?.status === 'REVISED' ? 'one' : 'two';
    const { rows } = await database.pool.query('SELECT name FROM issue');
    expect(rows).toEqual([{ name: `Taiwan ${taken}` }]);
    expect(outcomes.find(({ status }) => status === 'REFUSED')).toMatchObject({
      problems: [{ found: `issue taiwan changed by ${taken} since` }],
    });
  });
});

describe('an import that was checked against a ledger that has moved on', () => {
  const database = useDatabase('migrated');

  test('is checked again', async () => {
    await say(database, world);
    const other = await database.pool.connect();
    try {
      await other.query('BEGIN');
      const number = await takeRevision(other);
      const importing = say(database, 'propositions: [{ key: new, issues: [taiwan], text: New. }]');
      await until(() => isAnybodyWaiting(database)); // it has been checked and waits for its number
      await other.query("UPDATE issue SET retired_in = $1 WHERE key = 'taiwan'", [number]);
      await other.query('COMMIT');
      expect(await importing).toMatchObject({ status: 'REFUSED', problems: [{ found: 'unknown issue "taiwan"' }] });
    } finally {
      other.release();
    }
  });
});
