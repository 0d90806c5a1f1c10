import type { Pool } from 'pg';
import type { WebhookDestination } from '#config/webhooks.ts';
import type { Database } from '#postgres/open-database.ts';
import { withTransaction } from '#postgres/transaction.ts';
import { Refusal } from '#refusal/refusal.ts';
import { type RecordedRevision, revisionsAfter } from '#stored-queries/changes/recorded-revisions.ts';
import { ledgerMessages } from './ledger-messages.ts';
import type { Message } from './message.ts';
import { type PastAnswerer, queryMessages } from './query-messages.ts';

/** Revisions that are looked at together. */
const revisionsAtOnce = 50;

interface Cursor {
  readonly ledger: string;
  readonly revision: number;
}

export interface Following {
  readonly database: Database;
  readonly answerer: PastAnswerer;
}

/**
 * Puts by what a destination is to be told of revisions that it was not told of yet, and moves its cursor past them, in one transaction. A new destination
 * is told of what comes from now on. Any number of workers may do so at once: who moves the cursor first has said it. True: there is more.
 */
export async function followDestination(following: Following, { name, what }: WebhookDestination): Promise<boolean> {
  const { database, answerer } = following;
  const { pool } = database;
  const head = await readHead(pool);
  const cursor = await readCursor(pool, name, head);
  if (cursor.ledger !== head.ledger || cursor.revision > head.revision) {
    await pool.query(followAgain, [name, head.ledger, head.revision, cursor.ledger, cursor.revision]);
    return false;
  }
  if (cursor.revision === head.revision) return false;
  const revisions = await revisionsAfter(pool, cursor.revision, revisionsAtOnce);
  const last = revisions.at(-1);
  if (last === undefined) return false;
  const messages =
    what.kind === 'LEDGER'
      ? await ledgerMessages(pool, head.ledger, revisions, what)
      : await queryMessages(database.prisma, answerer, head.ledger, revisions, what);
  await putBy(pool, name, cursor, last, messages);
  return last.number < head.revision;
}

async function readHead(pool: Pool): Promise<Cursor> {
  const { rows } = await pool.query<Cursor>('SELECT ledger, last AS revision FROM revision_counter');
  return rows[0] as Cursor; // the counter is one row, which is never deleted
}

async function readCursor(pool: Pool, name: string, head: Cursor): Promise<Cursor> {
  const read = () => pool.query<Cursor>('SELECT ledger, revision FROM webhook_cursor WHERE destination = $1', [name]);
  const [known] = (await read()).rows;
  if (known !== undefined) return known;
  await pool.query(
    'INSERT INTO webhook_cursor (destination, ledger, revision) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [name, head.ledger, head.revision],
  );
  return (await read()).rows[0] ?? head;
}

const followAgain = `UPDATE webhook_cursor SET ledger = $2, revision = $3, problem = NULL, updated_at = now()
  WHERE destination = $1 AND ledger = $4 AND revision = $5`;

const moveCursor = `UPDATE webhook_cursor SET revision = $2, problem = NULL, updated_at = now()
  WHERE destination = $1 AND ledger = $3 AND revision = $4`;

async function putBy(
  pool: Pool,
  name: string,
  { ledger, revision }: Cursor,
  last: RecordedRevision,
  messages: readonly Message[],
): Promise<void> {
  await withTransaction(pool, 'WRITE', async (client) => {
    const { rowCount } = await client.query(moveCursor, [name, last.number, ledger, revision]);
    if (rowCount === 0) return; // another worker did
    await client.query(
      `INSERT INTO webhook_delivery (destination, ledger, revision, body)
       SELECT $1, $2, message.revision, message.body FROM unnest($3::int[], $4::text[]) AS message (revision, body)
       ON CONFLICT DO NOTHING`,
      [name, ledger, messages.map((message) => message.revision), messages.map(({ body }) => body)],
    );
  });
}

const unknownProblem = 'Internal error; see the log of the worker.';

/** Notes why a destination cannot be told of later revisions at the moment. */
export async function noteProblem({ database: { pool } }: Following, name: string, error: unknown): Promise<void> {
  const problem = error instanceof Refusal ? error.message : unknownProblem;
  await pool.query(
    'UPDATE webhook_cursor SET problem = $2, updated_at = now() WHERE destination = $1 AND problem IS DISTINCT FROM $2',
    [name, problem],
  );
}
