import type { ClientBase } from 'pg';
import type { TableName } from '#ledger/tables/ledger-rows.ts';
import { ProblemList } from '../outcome.ts';
import type { RollCallFiles } from '../reader.ts';
import { compareCatalogue, compareRows } from './compare-catalogue.ts';
import { compareRecords } from './compare-records.ts';
import { catalogueConflicts, recordConflicts } from './conflicts.ts';
import { addKeptVotes, fillDocuments, fillPropositions, nameParties } from './fill.ts';
import { leaveLongerMemberships, noteMovedMemberships } from './memberships.ts';
import { records } from './wanted.ts';

/** Of these, what another source says otherwise stays. */
const yielding: ReadonlySet<TableName> = new Set(['propositionIssue', 'source']);

/** The ledger with which the staged rows were compared, and the problems that prevent the import. */
export interface StagedDifference {
  readonly base: number;
  readonly problems: ProblemList;
}

/**
 * Compares what is staged with the ledger; leaves in temporary tables what has to change. Changes nothing of the ledger. Unless the files are
 * `complete`, the votes that they lack stay, and are counted.
 */
export async function compare(
  client: ClientBase,
  { source, files }: Pick<RollCallFiles, 'source' | 'files'>,
  complete: boolean,
): Promise<StagedDifference> {
  const problems = new ProblemList();
  const counter = await client.query<{ last: number }>('SELECT last FROM revision_counter');
  const base = counter.rows[0]?.last ?? 0;
  await client.query('CREATE TEMP TABLE staged_gone (record text, id int) ON COMMIT DROP');
  await compareCatalogue(client, 'party', source);
  await compareCatalogue(client, 'issue', source);
  await fillDocuments(client, files);
  await compareCatalogue(client, 'document', source);
  await fillPropositions(client, files);
  await compareCatalogue(client, 'proposition', source);
  await catalogueConflicts(client, problems);
  await nameParties(client, problems);
  if (problems.total > 0) return { base, problems };
  await client.query('ANALYZE staged_proposition, staged_document, staged_voter');
  if (!complete) await leaveLongerMemberships(client, source);
  for (const record of records) {
    await compareRecords(client, record, source);
    if (!yielding.has(record.name)) await recordConflicts(client, record, files, problems);
  }
  await noteMovedMemberships(client);
  if (!complete && (await addKeptVotes(client))) await compareRows(client, 'proposition', source);
  return { base, problems };
}
