import { LRUCache } from 'lru-cache';
import { type Touched, touchedBy } from '#comparison/touched.ts';
import { readTouchedElsewhere } from '#ledger/read/touched-elsewhere.ts';
import type { RevisionModel } from '#postgres/generated/models.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Context } from '../context.ts';

/** Revisions of which it is remembered what they touched; in rows of a snapshot. */
const mostRows = 500_000;

const remembered = oncePer(
  (_snapshot: Snapshot) =>
    new LRUCache<number, Touched>({
      maxSize: mostRows,
      sizeCalculation: ({ added, retired, others }) => 100 + added.length + retired.length + 4 * others.length,
    }),
);

/** What a revision touched, found out once for all who ask. */
export async function whatChanged(revision: RevisionModel, { snapshot, database }: Context): Promise<Touched> {
  const { number } = revision;
  const known = remembered(snapshot).get(number);
  if (known !== undefined) return known;
  const changed = changedTables(revision);
  const elsewhere = await readTouchedElsewhere(database.pool, number, changed);
  const touched = touchedBy(
    snapshot,
    number,
    changed,
    elsewhere.map(({ partyId, propositionId }) => ({
      party: partyId === null ? null : (snapshot.parties.byId.get(partyId)?.ordinal ?? null),
      proposition: propositionId === null ? null : (snapshot.propositions.byId.get(propositionId)?.ordinal ?? null),
      issue: null,
    })),
  );
  remembered(snapshot).set(number, touched);
  return touched;
}

/** The tables of which a revision changed rows; its parts are by table and kind of change, such as `stance ADDED`. */
function changedTables({ parts }: RevisionModel): ReadonlySet<string> {
  return new Set(Object.keys(parts ?? {}).map((part) => part.split(' ')[0] as string)); // split gives at least one
}
