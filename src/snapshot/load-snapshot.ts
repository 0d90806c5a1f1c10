import type { ClientBase } from 'pg';
import { readDigests, readHead } from '#ledger/head.ts';
import { atOneMoment } from '#postgres/transaction.ts';
import {
  loadDeeds,
  loadDocuments,
  loadIssues,
  loadMemberships,
  loadParties,
  loadPassages,
  loadPropositionIssues,
  loadPropositions,
} from './load-catalogue.ts';
import { loadConfirmations } from './load-confirmations.ts';
import { loadAbsences, loadStances } from './load-stances.ts';
import { loadOfficialRecord } from './official-record.ts';
import { searchIndexesOf } from './search/search-indexes.ts';
import { withSharedArrays } from './shared-arrays.ts';
import type { SnapshotData } from './snapshot.ts';

/** Reads the whole ledger at its newest revision, in one transaction of the client. */
export const loadSnapshot = (client: ClientBase): Promise<SnapshotData> => atOneMoment(client, () => readAll(client));

async function readAll(client: ClientBase): Promise<SnapshotData> {
  const head = await readHead(client);
  const parties = await loadParties(client);
  const issues = await loadIssues(client);
  const propositions = await loadPropositions(client);
  const documents = await loadDocuments(client);
  const rows = {
    parties: parties.list,
    issues: issues.list,
    propositions: propositions.list,
    documents: documents.list,
    passages: (await loadPassages(client)).list,
  };
  const stances = await loadStances(client, parties, propositions);
  return {
    ...head,
    digests: await readDigests(client, 0),
    ...rows,
    propositionIssues: await loadPropositionIssues(client, propositions, issues),
    deeds: await loadDeeds(client, propositions),
    memberships: await loadMemberships(client, parties),
    stances: withSharedArrays({ ...stances, confirmations: await loadConfirmations(client, stances, documents) }),
    absences: withSharedArrays(await loadAbsences(client, parties, propositions)),
    official: await loadOfficialRecord(client, parties, propositions),
    search: withSharedArrays(searchIndexesOf(rows)),
  };
}
