import { oncePer } from '../compare/once-per.ts';
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

const wordsMade = {
  parties: oncePer(subjects.parties),
  issues: oncePer(subjects.issues),
  propositions: oncePer(subjects.propositions),
};

/** Searches the names of parties and issues or the texts of propositions. Their words are taken apart once for a snapshot. */
export const searchSnapshot = (snapshot: Snapshot, subject: Subject, text: string): Ranks =>
  search(text, wordsMade[subject](snapshot));
