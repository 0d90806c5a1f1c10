import type { ClientBase } from 'pg';
import type { TableName } from '#ledger/tables/ledger-rows.ts';
import { matchRollCalls } from '../match/match-roll-calls.ts';
import type { Matches } from '../match/same-roll-call.ts';
import { ProblemList } from '../outcome.ts';
import type { RollCallFiles } from '../reader.ts';
import { compareCatalogue, compareRows } from './compare-catalogue.ts';
import { compareRecords, keepStanding } from './compare-records.ts';
import { catalogueConflicts, recordConflicts } from './conflicts.ts';
import { addKeptVotes, fillDocuments, fillPropositions, nameIssues, nameParties } from './fill.ts';
import { leaveLongerMemberships, noteMovedMemberships } from './memberships.ts';
import { compareWithOthers } from './others.ts';
import { targetRollCalls } from './target.ts';
import { records } from './wanted.ts';

/** Of these, what another source says otherwise stays. */
const yielding: ReadonlySet<TableName> = new Set(['propositionIssue', 'source']);

/** The ledger with which the staged rows were compared, and the problems that prevent the import. */
export interface StagedDifference {
  readonly base: number;
  readonly problems: ProblemList;
  readonly matches: Matches;
}

const none: Matches = { same: new Map(), ambiguous: new Map() };

export interface CompareOptions {
  /** Unless the files are complete, the votes that they lack stay, and are counted. */
  readonly complete: boolean;
  /** Whether what another source says otherwise of the same roll call is to be retired. */
  readonly officialFirst: boolean;
}

/** Compares what is staged with the ledger; leaves in temporary tables what has to change. Changes nothing of the ledger. */
export async function compare(
  client: ClientBase,
  { source, files, silentOn = [], matching = false, checkKnown }: RollCallFiles,
  { complete, officialFirst }: CompareOptions,
): Promise<StagedDifference> {
  const problems = new ProblemList();
  const counter = await client.query<{ last: number }>('SELECT last FROM revision_counter');
  const base = counter.rows[0]?.last ?? 0;
  await client.query('CREATE TEMP TABLE staged_gone (record text, id int) ON COMMIT DROP');
  await compareCatalogue(client, 'party', source);
  await compareCatalogue(client, 'issue', source);
  await nameParties(client, problems);
  await nameIssues(client, problems);
  if (problems.total > 0) return { base, problems, matches: none };
  await client.query('ANALYZE staged_voter');
  const matches = matching ? await matchRollCalls(client, source) : none;
  const elsewhere = [...matches.same.keys(), ...matches.ambiguous.keys()];
  await fillDocuments(client, files, elsewhere);
  await compareCatalogue(client, 'document', source);
  await fillPropositions(client, files, elsewhere);
  await compareCatalogue(client, 'proposition', source);
  await catalogueConflicts(client, problems);
  await checkKnown?.(client, problems);
  if (problems.total > 0) return { base, problems, matches };
  await client.query('ANALYZE staged_proposition, staged_document');
  await targetRollCalls(client, matches);
  await compareWithOthers(client, source, matches, officialFirst);
  if (!complete) await leaveLongerMemberships(client, source);
  for (const record of records) {
    await compareRecords(client, record, source);
    if (silentOn.includes(record.name)) await keepStanding(client, record);
    if (!yielding.has(record.name)) await recordConflicts(client, record, files, problems);
  }
  await noteMovedMemberships(client);
  if (!complete && (await addKeptVotes(client))) await compareRows(client, 'proposition', source);
  return { base, problems, matches };
}
