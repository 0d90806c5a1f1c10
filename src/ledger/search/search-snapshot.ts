import type { Snapshot } from '../snapshot/snapshot.ts';
import { type Ranks, type Searchable, search, searchable } from './search.ts';

type Subject = 'parties' | 'issues' | 'propositions';

const subjects: { readonly [Of in Subject]: (snapshot: Snapshot) => Searchable[] } = {
  parties: ({ parties }) =>
    parties.list.map(({ id, name, aliases, key, iso3 }) =>
      searchable(id, [name, ...aliases], iso3 ? [key, iso3] : [key]),
    ),
  issues: ({ issues }) => issues.list.map(({ id, name, summary, key }) => searchable(id, [name, summary ?? ''], [key])),
  propositions: ({ propositions }) =>
    propositions.list.map(({ id, text, key, rollCall }) =>
      searchable(id, [text], rollCall?.symbol ? [key, rollCall.symbol] : [key]),
    ),
};

// A snapshot does not change, so its words are taken apart once.
const made = new WeakMap<Snapshot, Map<Subject, Searchable[]>>();

/** Searches the names of parties and issues or the texts of propositions. */
export function searchSnapshot(snapshot: Snapshot, subject: Subject, text: string): Ranks {
  const ofSnapshot = made.get(snapshot) ?? new Map<Subject, Searchable[]>();
  made.set(snapshot, ofSnapshot);
  const rows = ofSnapshot.get(subject) ?? subjects[subject](snapshot);
  ofSnapshot.set(subject, rows);
  return search(text, rows);
}
