import type { PoolClient } from 'pg';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { isAnybodyWaiting, rolledBack, takeRevision, until } from './transaction.ts';

const database = useDatabase('migrated');

const last = async () => {
  const { rows } = await database.pool.query<{ number: number }>('SELECT number FROM revision ORDER BY number');
  return rows.map(({ number }) => number);
};

/** Two writers, the second of which waits for its number until the first has ended in the way given. */
async function firstThenSecond(endOfFirst: 'COMMIT' | 'ROLLBACK') {
  const first = await database.pool.connect();
  const second = await database.pool.connect();
  try {
    await begin(first);
    await begin(second);
    const firstNumber = await takeRevision(first);
    const waiting = takeRevision(second);
    await until(() => isAnybodyWaiting(database));
    await first.query(endOfFirst);
    const secondNumber = await waiting;
    await second.query('COMMIT');
    return { firstNumber, secondNumber };
  } finally {
    first.release();
    second.release();
  }
}

const begin = (client: PoolClient) => client.query('BEGIN');

test('a writer waits for the one before it and takes the number after', async () => {
  const { firstNumber, secondNumber } = await firstThenSecond('COMMIT');
  expect(secondNumber).toBe(firstNumber + 1);
});

test('the number of a writer that rolled back is taken by the next', async () => {
  const { firstNumber, secondNumber } = await firstThenSecond('ROLLBACK');
  expect(secondNumber).toBe(firstNumber);
});

test('the time of a revision is when it was committed, though its transaction began before that of the one before', async () => {
  const [early, late] = [await database.pool.connect(), await database.pool.connect()];
  try {
    await begin(early);
    await early.query('SELECT now()'); // its transaction has begun
    await begin(late);
    const first = await takeRevision(late);
    await late.query('COMMIT');
    const { rows } = await early.query<{ time: Date }>('SELECT clock_timestamp() AS time');
    const second = await takeRevision(early);
    await early.query('COMMIT');
    const times = await database.pool.query<{ time: Date }>(
      'SELECT time FROM revision WHERE number = ANY($1) ORDER BY number',
      [[first, second]],
    );
    const [ofFirst, ofSecond] = times.rows.map(({ time }) => time.getTime());
    expect(ofSecond).toBeGreaterThanOrEqual(ofFirst as number);
    expect(ofSecond).toBeGreaterThanOrEqual(Math.floor(rows[0]?.time.getTime() ?? 0));
  } finally {
    early.release();
    late.release();
  }
});

test('a revision is never older than the one before, even when the clock was set back', async () => {
  await rolledBack(database, async (client) => {
    const before = await takeRevision(client);
    await client.query('SET CONSTRAINTS revision_seal IMMEDIATE; SET CONSTRAINTS revision_seal DEFERRED');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query("UPDATE revision SET time = '2100-01-01' WHERE number = $1", [before]);
    await client.query('SET LOCAL session_replication_role = origin');
    const after = await takeRevision(client);
    await client.query('SET CONSTRAINTS revision_seal IMMEDIATE');
    const { rows } = await client.query('SELECT time FROM revision WHERE number = $1', [after]);
    expect(rows).toEqual([{ time: new Date('2100-01-01T00:00:00Z') }]);
  });
});

const afterwards = [
  ['a row is added', "INSERT INTO verb_guide (verb, position, added_in) VALUES ('utters', 'SUPPORT', $1)"],
  ['a row is retired', 'UPDATE verb_guide SET retired_in = $1'],
  ['a text is amended', "UPDATE party SET note = 'more, in revision ' || $1::int"],
  ['what it says of itself is changed', "UPDATE revision SET message = 'another' WHERE number = $1"],
  ['its digest is changed', "UPDATE revision SET digest = sha256('x') WHERE number = $1"],
] as const;

test.each(afterwards)('when a revision has its digest, it is refused that %s', async (_what, statement) => {
  await rolledBack(database, async (client) => {
    const earlier = await takeRevision(client);
    await client.query("INSERT INTO verb_guide (verb, position, added_in) VALUES ('said', 'SUPPORT', $1)", [earlier]);
    await client.query("INSERT INTO party (key, kind, name, added_in) VALUES ('X-P', 'COUNTRY', 'P', $1)", [earlier]);
    const revision = await takeRevision(client);
    await client.query('SET CONSTRAINTS revision_seal IMMEDIATE');
    await expect(client.query(statement, [revision])).rejects.toMatchObject({ code: '23001' });
  });
});

test('many writers at once, some of which give up, leave numbers without gaps', async () => {
  const before = await last();
  const write = async (index: number) => {
    const client = await database.pool.connect();
    try {
      await client.query('BEGIN');
      await takeRevision(client, `writer-${index}`);
      await client.query(index % 3 === 0 ? 'ROLLBACK' : 'COMMIT');
    } finally {
      client.release();
    }
  };
  await Promise.all(Array.from({ length: 30 }, (_, index) => write(index)));
  const after = await last();
  expect(after).toEqual(Array.from({ length: before.length + 20 }, (_, index) => index + 1));
});

test('the counter says the newest number', async () => {
  const { rows } = await database.pool.query('SELECT last FROM revision_counter');
  expect(rows).toEqual([{ last: (await last()).at(-1) ?? 0 }]);
});

test('a number that somebody brings along is not taken', async () => {
  await rolledBack(database, async (client) => {
    const { rows } = await client.query(
      "INSERT INTO revision (number, author, source, message) VALUES (1000, 'a', 'b', 'c') RETURNING number",
    );
    expect(rows[0].number).not.toBe(1000);
  });
});

test.each(['author', 'source', 'message'])('a revision without %s is refused', async (column) => {
  const said = { author: 'a', source: 's', message: 'm', [column]: '' };
  await rolledBack(database, (client) =>
    expect(
      client.query('INSERT INTO revision (author, source, message) VALUES ($1, $2, $3)', Object.values(said)),
    ).rejects.toMatchObject({ constraint: 'revision_says_who_and_why' }),
  );
});
