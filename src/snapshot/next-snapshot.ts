import type { ClientBase } from 'pg';
import { readDigests, readHead } from '#ledger/head.ts';
import { appendStances } from './append-stances.ts';
import { changedTables } from './changed-tables.ts';
import { copyIntegers } from './copy-integers.ts';
import { loadAbsences } from './load-absences.ts';
import {
  loadDocuments,
  loadIssues,
  loadMemberships,
  loadParties,
  loadPropositionIssues,
  loadPropositions,
} from './load-catalogue.ts';
import { ordinalsById } from './load-stances.ts';
import { OtherPastError } from './other-past-error.ts';
import { compareWithPast } from './past.ts';
import { nextIndexes } from './search/search-indexes.ts';
import type { Catalogue, Document, Issue, Party, Proposition, Snapshot } from './snapshot.ts';
import { stanceQuery } from './stance-rows.ts';

/**
 * The snapshot of the newest revision, made from an older one by reading only what the revisions between them added and retired. Shares what did
 * not change. Null when that is not possible or not worth it: then everything has to be read again.
 *
 * Not to be called twice at the same time for one snapshot: its successors share the room at the end of its columns.
 * @throws OtherPastError when the ledger never matched the snapshot
 */
export async function nextSnapshot(client: ClientBase, snapshot: Snapshot): Promise<Snapshot | null> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    return await readNext(client, snapshot);
  } finally {
    await client.query('COMMIT');
  }
}

async function readNext(client: ClientBase, old: Snapshot): Promise<Snapshot | null> {
  const head = await readHead(client);
  const standing = compareWithPast(old, head);
  if (standing === 'SAME') return old;
  if (standing === 'BEHIND') return null;
  const digests = standing === 'AHEAD' ? await readDigests(client, old.revision - 1) : [];
  // What was added since can be added to this snapshot only where it is what came before.
  if (standing !== 'AHEAD' || (old.revision > 0 && digests.shift() !== old.digest)) {
    throw new OtherPastError(head, old);
  }
  const room = old.stances.id.length - old.stances.length;
  const { rows } = await client.query<{ many: boolean }>(
    'SELECT count(*) > $2 AS many FROM (SELECT FROM stance WHERE added_in > $1 LIMIT $2 + 1) added',
    [old.revision, room],
  );
  if (rows[0]?.many) return null;
  const changed = await changedTables(client, old.revision);
  const parties = changed.party ? await loadParties(client) : old.parties;
  const issues = changed.issue ? await loadIssues(client) : old.issues;
  const propositions = changed.proposition ? await loadPropositions(client) : old.propositions;
  const documents = changed.document ? await loadDocuments(client) : old.documents;
  if (!continues(old.documents, documents)) return null;
  if (!continues(old.parties, parties) || !continues(old.issues, issues) || !continues(old.propositions, propositions))
    return null;
  const ordinals = { party: ordinalsById(parties), proposition: ordinalsById(propositions) };
  const added = await integerRows(client, stanceQuery(`added_in > ${old.revision}`));
  const retired = await integerRows(
    client,
    stanceQuery(`retired_in > ${old.revision} AND added_in <= ${old.revision}`),
  );
  const stances = appendStances(old.stances, added, retired, ordinals, propositions.list.length);
  if (stances === null) return null;
  const grew = propositions.list.length !== old.propositions.list.length;
  return {
    ...head,
    digests: [...old.digests, ...digests],
    parties,
    issues,
    propositions,
    documents,
    stances,
    propositionIssues: changed.proposition_issue
      ? await loadPropositionIssues(client, propositions, issues)
      : old.propositionIssues,
    memberships: changed.membership ? await loadMemberships(client, parties) : old.memberships,
    absences: changed.absence || grew ? await loadAbsences(client, parties, propositions) : old.absences,
    search: nextIndexes(
      old.search,
      {
        parties: old.parties.list,
        issues: old.issues.list,
        propositions: old.propositions.list,
        documents: old.documents.list,
      },
      { parties: parties.list, issues: issues.list, propositions: propositions.list, documents: documents.list },
    ),
  };
}

/** Whether the rows of the old list keep their indexes in the new one. */
function continues<Row extends Party | Issue | Proposition | Document>(
  old: Catalogue<Row>,
  next: Catalogue<Row>,
): boolean {
  return old === next || old.list.every(({ id }, place) => next.list[place]?.id === id);
}

async function integerRows(client: ClientBase, query: string): Promise<number[][]> {
  const rows: number[][] = [];
  await copyIntegers(client, query, (row) => rows.push([...row]));
  return rows;
}
