import type { Pool } from 'pg';
import { loadIssues, loadMemberships, loadParties, loadPropositionIssues, loadPropositions } from './load-catalogue.ts';
import { loadAbsences, loadStances } from './load-columns.ts';
import type { Snapshot } from './snapshot.ts';

/** Reads the whole ledger at its newest revision, in one transaction. */
export async function loadSnapshot(pool: Pool): Promise<Snapshot> {
  const client = await pool.connect();
  let broken = true; // a connection in a failed transaction is not given back
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ last: number }>('SELECT last FROM revision_counter');
    const parties = await loadParties(client);
    const issues = await loadIssues(client);
    const propositions = await loadPropositions(client);
    const stances = await loadStances(client, parties, propositions);
    const places = new Map(Array.from(stances.id, (id, place) => [id, place]));
    const snapshot: Snapshot = {
      revision: rows[0]?.last ?? 0,
      parties,
      issues,
      propositions,
      propositionIssues: await loadPropositionIssues(client, propositions, issues),
      memberships: await loadMemberships(client, parties),
      stances,
      absences: await loadAbsences(client, parties, propositions),
      placeOfStance: (id) => places.get(id),
    };
    await client.query('COMMIT');
    broken = false;
    return snapshot;
  } finally {
    client.release(broken);
  }
}
