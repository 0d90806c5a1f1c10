import type { Pool } from 'pg';

const names = 'price-';

/** Has as many destinations as are listed at most, told of as much as can be paged through. */
export async function tellDestinations(pool: Pool): Promise<void> {
  await pool.query(
    `INSERT INTO webhook_cursor (destination, ledger, revision)
     SELECT '${names}' || n, gen_random_uuid(), 1 FROM generate_series(1, 50) n`,
  );
  await pool.query(
    `INSERT INTO webhook_delivery (destination, ledger, revision, body)
     SELECT destination, ledger, n, '{}' FROM webhook_cursor, generate_series(1, 20) n WHERE destination LIKE '${names}%'`,
  );
}

export async function forgetDestinations(pool: Pool): Promise<void> {
  await pool.query(`DELETE FROM webhook_delivery WHERE destination LIKE '${names}%'`);
  await pool.query(`DELETE FROM webhook_cursor WHERE destination LIKE '${names}%'`);
}
