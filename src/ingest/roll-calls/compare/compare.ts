import type { ClientBase } from 'pg';
import { ProblemList } from '../outcome.ts';
import type { UngaFile } from '../unga/read/find-files.ts';
import { compareCatalogue, compareRows } from './compare-catalogue.ts';
import { compareRecords, type RecordTable } from './compare-records.ts';
import { catalogueConflicts, recordConflicts } from './conflicts.ts';
import { addKeptVotes, fillDocuments, fillPropositions, nameParties } from './fill.ts';
import { wantedAbsences, wantedLinks, wantedStances } from './wanted.ts';

/** The revisioned rows of an import, in the order of writing. */
export const records: readonly RecordTable[] = [wantedLinks, wantedStances, wantedAbsences];

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
  files: readonly UngaFile[],
  complete: boolean,
): Promise<StagedDifference> {
  const problems = new ProblemList();
  const counter = await client.query<{ last: number }>('SELECT last FROM revision_counter');
  const base = counter.rows[0]?.last ?? 0;
  const rollCalls = files.find(({ kind }) => kind === 'roll_calls')?.path ?? '';
  await client.query('CREATE TEMP TABLE unga_gone (record text, id int) ON COMMIT DROP');
  await compareCatalogue(client, 'party');
  await compareCatalogue(client, 'issue');
  await fillDocuments(client, rollCalls);
  await compareCatalogue(client, 'document');
  await fillPropositions(client, rollCalls);
  await compareCatalogue(client, 'proposition');
  await catalogueConflicts(client, problems);
  problems.addMany(await nameParties(client));
  if (problems.total > 0) return { base, problems };
  await client.query('ANALYZE unga_proposition, unga_document, unga_period');
  for (const table of records) {
    await compareRecords(client, table);
    if (table !== wantedLinks) await recordConflicts(client, table, files, problems);
  }
  if (!complete && (await addKeptVotes(client))) await compareRows(client, 'proposition');
  return { base, problems };
}
