import { cpus, totalmem } from 'node:os';
import type { Client } from 'pg';

/** On what all this was measured, in one line. */
export async function machineLine(client: Client): Promise<string> {
  const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version");
  const cores = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${cores.length} cores (${cores[0]?.model.trim()}), ${memory}, Node ${process.version}, PostgreSQL ${rows[0]?.version}`;
}
