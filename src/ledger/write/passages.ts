import { parseStanceKey } from '../stance-key.ts';
import type { PassageRow, PassageStanceRow } from '../tables/passages.ts';
import type { LiveLedger, Proposed } from './proposal.ts';
import { addParts, addRow, atValue, type Changes, merged, partsOf, propose, rowToAmend, setParts } from './rows.ts';
import type { Change } from './write.ts';

export interface PassageSaid {
  readonly row: PassageRow;
  /** Keys of the parties whose words it is. */
  readonly parties: readonly string[];
  /** Keys of the stances that it shows. */
  readonly stances: readonly string[];
}

/** Adds passages; one that was retired comes back. */
export const recordPassages = (passages: readonly PassageSaid[]): Change => ({
  names: {
    passage: passages.map(({ row }) => row.key),
    document: passages.map(({ row }) => row.document),
    party: passages.flatMap(({ parties }) => parties),
    stance: passages.flatMap(({ stances }) => stancesNamed(stances)),
  },
  propose(proposed, live) {
    for (const [place, { row, parties, stances }] of passages.entries()) {
      const at = `input.passages[${place}]`;
      const passage = row.key;
      const problem = addRow(proposed, live, 'passage', row, at, 'amendPassage');
      addParts(proposed, live, 'passageParty', { passage }, wordsOf(passage, parties), placeOfParty(at), problem);
      const { rows, places } = linksTo(proposed, live, passage, stances, at);
      addParts(proposed, live, 'passageStance', { passage }, rows, places, problem);
    }
  },
});

export interface PassageAmendment {
  readonly changes: Changes<PassageRow>;
  /** All of them; undefined leaves them as they are. */
  readonly parties: readonly string[] | undefined;
  /** All of them; undefined leaves them as they are. */
  readonly stances: readonly string[] | undefined;
}

/** Changes what is said of a passage. */
export const amendPassage = (key: string, { changes, parties, stances }: PassageAmendment): Change => ({
  names: {
    passage: [key],
    document: changes.document == null ? [] : [changes.document],
    party: parties ?? [],
    stance: stancesNamed(stances ?? []),
  },
  propose(proposed, live) {
    const row = rowToAmend(proposed, live, 'passage', key, 'input.key');
    if (row === null) return;
    const owner = { passage: key };
    propose(proposed, 'passage', merged(row, changes), 'input');
    // Said again if nobody changes them, because the rules judge a passage with its parties.
    const speaking = parties ?? partsOf(live, 'passageParty', owner).map(({ party }) => party);
    setParts(proposed, live, 'passageParty', owner, wordsOf(key, speaking), placeOfParty('input'));
    if (stances === undefined) requireParties(proposed, live, key, speaking);
    else {
      const { rows, places } = linksTo(proposed, live, key, stances, 'input');
      setParts(proposed, live, 'passageStance', owner, rows, places);
    }
  },
});

const stancesNamed = (keys: readonly string[]) => keys.flatMap((key) => parseStanceKey(key) ?? []);

const wordsOf = (passage: string, parties: readonly string[]) => parties.map((party) => ({ passage, party }));

const placeOfParty = (at: string) => (place: number) => atValue(`${at}.parties[${place}]`);

/** The links of a passage that these keys of stances name, and where each was said. */
function linksTo(proposed: Proposed, live: LiveLedger, passage: string, keys: readonly string[], at: string) {
  const keysOfParties = new Map(live.rows.party.map(({ row: { key } }) => [key.toLowerCase(), key]));
  const rows: PassageStanceRow[] = [];
  const paths: string[] = [];
  for (const [place, key] of keys.entries()) {
    const parts = parseStanceKey(key);
    const path = `${at}.stances[${place}]`;
    if (parts === null) {
      proposed.problems.push({
        at: path,
        found: `"${key}"`,
        expected: 'the key of a stance, party--proposition--date',
      });
      continue;
    }
    // A stance's key has its party in lower case.
    rows.push({ passage, ...parts, party: keysOfParties.get(parts.party) ?? parts.party });
    paths.push(path);
  }
  return { rows, places: (place: number) => atValue(paths[place] as string) }; // one per row
}

/** The stances that a passage goes on to show are of the parties whose words it is. */
function requireParties(proposed: Proposed, live: LiveLedger, passage: string, parties: readonly string[]) {
  const shown = new Set(partsOf(live, 'passageStance', { passage }).map(({ party }) => party));
  for (const party of shown.difference(new Set(parties))) {
    const found = `a passage that shows a stance of ${party} but does not list ${party}`;
    proposed.problems.push({ at: 'input.parties', found, expected: `${party} among the parties, or other stances` });
  }
}
