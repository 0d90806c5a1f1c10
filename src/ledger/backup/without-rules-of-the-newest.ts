import type { ClientBase } from 'pg';

// The rules that let a row be added in the newest revision alone. All others hold for a row of the past too, and stay.
const rules = ['revision_take_number', 'ledger_add_now', 'amendment_add_now'];

/**
 * Runs `work`, in the client's open transaction, while rows of any revision can be added. Only the owner of the tables can do that; no setting
 * exists by which somebody else could, and nobody else writes meanwhile, for the tables are locked against it.
 */
export async function withoutRulesOfTheNewest(client: ClientBase, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ table: string; trigger: string }>(
    `SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS trigger FROM pg_trigger
     WHERE tgfoid::regproc::text = ANY($1) AND NOT tgisinternal`,
    [rules],
  );
  const each = (verb: 'DISABLE' | 'ENABLE') =>
    rows.map(({ table, trigger }) => `ALTER TABLE ${table} ${verb} TRIGGER ${trigger}`).join('; ');
  await client.query(each('DISABLE'));
  await work();
  await client.query(each('ENABLE'));
}
