/**
 * A statement after which a connection that ends is noticed within a second even while another statement of its session waits or runs, where the server's
 * platform can tell: else a process that has gone would keep its place in the database. `'true'` is for the open transaction alone.
 */
export const noticeLostClient = (inTransaction: 'true' | 'false'): string => `
  DO $$ BEGIN PERFORM set_config('client_connection_check_interval', '1s', ${inTransaction}); EXCEPTION WHEN OTHERS THEN NULL; END $$`;
