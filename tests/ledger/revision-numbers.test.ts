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
