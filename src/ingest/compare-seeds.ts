import { compare } from '#ledger/write/difference.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import type { Database } from '#postgres/open-database.ts';
import { readProposal } from './files/read-proposal.ts';
import { seedSource } from './seed.ts';

export interface SeedComparison {
  /** How many rows importing the files would add, amend or retire, for each table that it would change. */
  readonly changes: Readonly<Record<string, number>>;
  /** Problems that prevent the import of the files. */
  readonly problems: readonly Problem[];
}

/** Compares the seed files with the ledger's rows of source `seeds`. Changes nothing. */
export async function compareSeeds({ pool }: Database, directory: string): Promise<SeedComparison> {
  const { proposal, problems } = await readProposal(pool, [directory]);
  const client = await pool.connect();
  try {
    const inPart = problems.length > 0;
    const compared = await compare(client, proposal, { source: seedSource, complete: !inPart, inPart });
    const changes = Object.entries(compared.difference).map(([table, { add, amend, retire }]) => [
      table,
      add.length + amend.length + retire.length,
    ]);
    return { changes: Object.fromEntries(changes), problems: [...problems, ...compared.problems] };
  } finally {
    client.release();
  }
}
