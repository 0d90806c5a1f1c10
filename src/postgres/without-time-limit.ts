import type { ClientBase } from 'pg';
import { waitForEver } from './set-up-connection.ts';

/** Lets every statement of the open transaction of a client take as long as it takes, also when it says nothing for long. */
export async function withoutTimeLimit(client: ClientBase): Promise<void> {
  waitForEver(client);
  await client.query('SET LOCAL statement_timeout = 0');
}
