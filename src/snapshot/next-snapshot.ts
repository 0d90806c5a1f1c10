import type { ClientBase } from 'pg';
import { extendedSettled, NEVER, type StanceColumns, stanceRowsOn, unsettled } from '#agreement/stance-columns.ts';
import { atOneMoment } from '#postgres/transaction.ts';
import type { Catalogue, Document, Issue, Party, Passage, Proposition } from './catalogue.ts';
import { readRecited, reconfirmed, redatedDocuments } from './confirmations.ts';
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
import { copyIntegers, loadAbsences, ordinalsById, stanceField, stanceQuery, writeStance } from './load-stances.ts';
import { loadDifferences } from './official-record.ts';
import { nextIndexes } from './search/search-indexes.ts';
import { sharedCopy } from './shared-arrays.ts';
import { compareWithPast, type News, OtherPastError, readNews, type Snapshot } from './snapshot.ts';

export interface Ordinals {
  readonly party: Uint32Array;
  readonly proposition: Uint32Array;
}

/**
 * The columns with rows that later revisions added or retired; both as `stanceQuery` gives them. What did not change is shared with the columns
 * given, which stay as they are. Null when there is no room left: then everything has to be read again.
 */
function appendStances(
  columns: StanceColumns,
  added: readonly (readonly number[])[],
  retired: readonly (readonly number[])[],
  ordinals: Ordinals,
  propositions: number,
): StanceColumns | null {
  const length = columns.length + added.length;
  if (length > columns.id.length) return null;
  const more = new Map<number, number[]>();
  added.forEach((row, index) => {
    const stanceRow = columns.length + index;
    writeStance(columns, stanceRow, row, ordinals);
    const proposition = columns.proposition[stanceRow] as number;
    const stanceRows = more.get(proposition) ?? [];
    stanceRows.push(stanceRow);
    more.set(proposition, stanceRows);
  });
  const tail = new Map(columns.tail);
  for (const [proposition, stanceRows] of more)
    tail.set(proposition, [...(tail.get(proposition) ?? []), ...stanceRows]);
  const start = extended(columns.start, propositions);
  const next = { ...columns, length, tail, start, settled: extendedSettled(columns.settled, propositions) };
  return retired.length === 0 ? next : { ...next, ...retire(next, retired, ordinals) };
}

/** New propositions have no sorted rows. */
function extended(start: Uint32Array, propositions: number): Uint32Array {
  if (start.length === propositions + 1) return start;
  const longer = new Uint32Array(propositions + 1).fill(start.at(-1) ?? 0);
  longer.set(start);
  return longer;
}

function retire(columns: StanceColumns, rows: readonly (readonly number[])[], ordinals: Ordinals) {
  const retiredIn = sharedCopy(columns.retiredIn);
  const touched = new Set<number>();
  for (const row of rows) {
    const proposition = ordinals.proposition[row[stanceField.proposition] as number] as number;
    touched.add(proposition);
    for (const stanceRow of stanceRowsOn(columns, proposition)) {
      if (columns.id[stanceRow] === row[stanceField.id]) retiredIn[stanceRow] = row[stanceField.retiredIn] as number;
    }
  }
  return { retiredIn, settled: unsettled(columns.settled, touched) };
}

/** More stances than this are streamed. */
const few = 2_000;

/** Tables of which a snapshot holds rows beside those of stances. */
const catalogueTables = [
  ...['party', 'issue', 'proposition', 'document', 'passage'],
  ...['proposition_issue', 'deed', 'membership', 'absence', 'difference'],
];

/**
 * The snapshot of the newest revision, made from an older one by reading only what the revisions between them added and retired. Shares what did
 * not change. Null when that is not possible or not worth it: then everything has to be read again. `known` is what was just read of the ledger.
 *
 * Not to be called twice at the same time for one snapshot: its successors share the room at the end of its columns.
 * @throws OtherPastError when the ledger never matched the snapshot
 */
export async function nextSnapshot(client: ClientBase, snapshot: Snapshot, known?: News): Promise<Snapshot | null> {
  const news = known ?? (await readNews(client, snapshot.revision));
  // What a revision said of stances is there for ever, so it can be read whatever comes after it.
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
  const passages = changed.has('passage') ? await loadPassages(client) : old.passages;
  if (!continues(old.documents, documents) || !continues(old.passages, passages)) return null;
  if (!continues(old.parties, parties) || !continues(old.issues, issues) || !continues(old.propositions, propositions))
    return null;
  const ordinals = { party: ordinalsById(parties), proposition: ordinalsById(propositions) };
  const found = await readStances(client, old.revision, news);
  const recited = await readRecited(client, old.revision, news, redatedDocuments(old.documents, documents));
  if (found === null || recited === null) return null;
  const appended = appendStances(old.stances, found.added, found.retired, ordinals, propositions.list.length);
  if (appended === null) return null;
  const stances = reconfirmed(appended, old.stances.length, recited, ordinals.proposition, documents);
  const grew = propositions.list.length !== old.propositions.list.length;
  return {
    ...head,
    digests: [...old.digests, ...digests],
    parties,
    issues,
    propositions,
    documents,
    passages,
    stances,
    propositionIssues: changed.has('proposition_issue')
      ? await loadPropositionIssues(client, propositions, issues)
      : old.propositionIssues,
    deeds: changed.has('deed') ? await loadDeeds(client, propositions) : old.deeds,
    memberships: changed.has('membership') ? await loadMemberships(client, parties) : old.memberships,
    official:
      news.official.length > 0 || changed.has('difference')
        ? {
            revisions: [...old.official.revisions, ...news.official],
            differences: changed.has('difference')
              ? await loadDifferences(client, parties, propositions)
              : old.official.differences,
          }
        : old.official,
    absences: changed.has('absence') || grew ? await loadAbsences(client, parties, propositions) : old.absences,
    search: nextIndexes(
      old.search,
      {
        parties: old.parties.list,
        issues: old.issues.list,
        propositions: old.propositions.list,
        documents: old.documents.list,
        passages: old.passages.list,
      },
      {
        parties: parties.list,
        issues: issues.list,
        propositions: propositions.list,
        documents: documents.list,
        passages: passages.list,
      },
    ),
  };
}

/** Whether the rows of the old list keep their indexes in the new one. */
function continues<Row extends Party | Issue | Proposition | Document | Passage>(
  old: Catalogue<Row>,
  next: Catalogue<Row>,
): boolean {
  return old === next || old.list.every(({ id }, stanceRow) => next.list[stanceRow]?.id === id);
}

// With the condition on the digest a statement by itself sees rows of this ledger, at one moment, or none.
const stancesSince = {
  name: 'stances since a revision',
  text: stanceQuery(`(added_in > $1 AND added_in <= $2 OR retired_in > $1 AND retired_in <= $2 AND added_in <= $1)
    AND (SELECT encode(digest, 'hex') FROM revision WHERE number = $2) = $3`),
};

/**
 * The stances that the revisions after one added, and the earlier ones that they retired, as at the last of them; null when the ledger has become
 * another one.
 */
async function readStances(client: ClientBase, after: number, { head, added: many, retired: gone }: News) {
  if (many + gone === 0) return { added: [], retired: [] };
  const rows = await integerRows(client, [after, head.revision, head.digest], many + gone);
  for (const row of rows)
    if ((row[stanceField.retiredIn] as number) > head.revision) row[stanceField.retiredIn] = NEVER;
  const isNew = (row: readonly number[]) => (row[stanceField.addedIn] as number) > after;
  const [added, retired] = [rows.filter(isNew), rows.filter((row) => !isNew(row))];
  // What was added and retired since is among those added alone.
  return added.length === many && (many > 0 || retired.length === gone) ? { added, retired } : null;
}

/** The rows of the query above; NEVER for null. */
async function integerRows(
  client: ClientBase,
  values: readonly [number, number, string],
  count: number,
): Promise<number[][]> {
  if (count <= few) {
    const { rows } = await client.query<(number | null)[]>({
      ...stancesSince,
      values: [...values],
      rowMode: 'array',
    });
    return rows.map((row) => row.map((value) => value ?? NEVER));
  }
  const rows: number[][] = [];
  const [after, upTo, digest] = values;
  // COPY takes no parameters.
  const text = stancesSince.text
    .replaceAll('$1', `${after}`)
    .replaceAll('$2', `${upTo}`)
    .replaceAll('$3', `'${digest}'`);
  await copyIntegers(client, text, (row) => rows.push([...row]));
  return rows;
}
