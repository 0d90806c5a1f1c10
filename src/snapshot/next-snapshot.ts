import type { ClientBase } from 'pg';
import { NEVER } from '#agreement/stance-columns.ts';
import { atOneMoment } from '#postgres/transaction.ts';
import { appendStances } from './append-stances.ts';
import type { Catalogue, Document, Issue, Party, Proposition } from './catalogue.ts';
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
import { type News, readNews } from './read-news.ts';
import { nextIndexes } from './search/search-indexes.ts';
import type { Snapshot } from './snapshot.ts';
import { stanceField, stanceQuery } from './stance-rows.ts';

/** More stances than this are streamed. */
const few = 2_000;

/** Tables of which a snapshot holds rows beside those of stances. */
const catalogueTables = ['party', 'issue', 'proposition', 'document', 'proposition_issue', 'membership', 'absence'];

/**
 * The snapshot of the newest revision, made from an older one by reading only what the revisions between them added and retired. Shares what did
 * not change. Null when that is not possible or not worth it: then everything has to be read again. `known` is what was just read of the ledger.
 *
 * Not to be called twice at the same time for one snapshot: its successors share the room at the end of its columns.
 * @throws OtherPastError when the ledger never matched the snapshot
 */
export async function nextSnapshot(client: ClientBase, snapshot: Snapshot, known?: News): Promise<Snapshot | null> {
  const news = known ?? (await readNews(client, snapshot.revision));
  // What a revision said of stances is there for ever, so it can be read by itself, whatever comes after it.
  if (news.added + news.retired <= few && !catalogueTables.some((table) => news.changed.has(table))) {
    return readNext(client, snapshot, news);
  }
  return atOneMoment(client, async () => readNext(client, snapshot, await readNews(client, snapshot.revision)));
}

async function readNext(client: ClientBase, old: Snapshot, news: News): Promise<Snapshot | null> {
  const { head, changed } = news;
  const standing = compareWithPast(old, head);
  if (standing === 'SAME') return old;
  if (standing === 'BEHIND') return null;
  const digests = [...news.digests];
  // What was added since can be added to this snapshot only where it is what came before.
  if (standing !== 'AHEAD' || (old.revision > 0 && digests.shift() !== old.digest)) {
    throw new OtherPastError(head, old);
  }
  if (news.added > old.stances.id.length - old.stances.length) return null;
  const parties = changed.has('party') ? await loadParties(client) : old.parties;
  const issues = changed.has('issue') ? await loadIssues(client) : old.issues;
  const propositions = changed.has('proposition') ? await loadPropositions(client) : old.propositions;
  const documents = changed.has('document') ? await loadDocuments(client) : old.documents;
  if (!continues(old.documents, documents)) return null;
  if (!continues(old.parties, parties) || !continues(old.issues, issues) || !continues(old.propositions, propositions))
    return null;
  const ordinals = { party: ordinalsById(parties), proposition: ordinalsById(propositions) };
  const { added, retired } = await readStances(client, old.revision, news);
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
    propositionIssues: changed.has('proposition_issue')
      ? await loadPropositionIssues(client, propositions, issues)
      : old.propositionIssues,
    memberships: changed.has('membership') ? await loadMemberships(client, parties) : old.memberships,
    absences: changed.has('absence') || grew ? await loadAbsences(client, parties, propositions) : old.absences,
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

const during = (column: string) => `${column} > $1 AND ${column} <= $2`;
const stancesAdded = { name: 'stances added', text: stanceQuery(during('added_in')) };
const stancesRetired = { name: 'stances retired', text: stanceQuery(`${during('retired_in')} AND added_in <= $1`) };

/** The stances that the revisions after one added, and the earlier ones that they retired, as at the last of them. */
async function readStances(client: ClientBase, after: number, { head, added: many, retired: gone }: News) {
  const read = (query: typeof stancesAdded, count: number) =>
    count === 0 ? [] : integerRows(client, query, [after, head.revision], count);
  const added = await read(stancesAdded, many);
  for (const row of added) {
    if ((row[stanceField.retiredIn] as number) > head.revision) row[stanceField.retiredIn] = NEVER;
  }
  return { added, retired: await read(stancesRetired, gone) };
}

/** The rows of a query whose every column is an integer; NEVER for null. */
async function integerRows(
  client: ClientBase,
  { name, text }: typeof stancesAdded,
  revisions: readonly [number, number],
  count: number,
): Promise<number[][]> {
  if (count <= few) {
    const query = { name, text, values: [...revisions], rowMode: 'array' as const };
    const { rows } = await client.query<(number | null)[]>(query);
    return rows.map((row) => row.map((value) => value ?? NEVER));
  }
  const rows: number[][] = [];
  const literal = text.replaceAll('$1', String(revisions[0])).replaceAll('$2', String(revisions[1])); // COPY takes no parameters
  await copyIntegers(client, literal, (row) => rows.push([...row]));
  return rows;
}
