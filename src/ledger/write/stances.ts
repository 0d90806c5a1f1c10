import { parseStanceKey, type StanceKey } from '../stance-key.ts';
import { passageStance } from '../tables/passages.ts';
import { type CitationRow, citation, type StanceRow, stance } from '../tables/stances.ts';
import { keysNamed, rowContent, rowKey } from '../tables/table.ts';
import type { LiveLedger, Proposed } from './proposal.ts';
import {
  atPath,
  atValue,
  type Changes,
  merged,
  partsOf,
  propose,
  setParts,
  standingRows,
  standsAlready,
} from './rows.ts';
import type { Change } from './write.ts';

/** What a citation says, apart from its stance and its place among the others. */
export type CitationSaid = Omit<CitationRow, 'party' | 'proposition' | 'heldFrom' | 'ordinal'>;

/** A stance with its citations, the most telling first. */
export interface StanceSaid {
  readonly row: StanceRow;
  readonly citations: readonly CitationSaid[];
}

/** The fields by which a stance, and everything that belongs to it, is known. */
export const keyFields = ({ party, proposition, heldFrom }: StanceRow) => ({ party, proposition, heldFrom });

export const citationRows = ({ row, citations }: StanceSaid): CitationRow[] =>
  citations.map((said, ordinal) => ({ ...keyFields(row), ordinal, ...said }));

/** Whether two stances and their citations say the same. */
export function sayTheSame(a: StanceSaid, b: StanceSaid): boolean {
  const content = (said: StanceSaid) =>
    [rowContent(stance, said.row), ...citationRows(said).map((row) => rowContent(citation, row))].join('\n');
  return content(a) === content(b);
}

/** The standing stance of a row's key with its citations, or null. */
export function stanceStanding(live: LiveLedger, key: ReturnType<typeof keyFields>): StanceSaid | null {
  const same = (a: StanceRow) =>
    a.party.toLowerCase() === key.party.toLowerCase() &&
    a.proposition === key.proposition &&
    a.heldFrom === key.heldFrom;
  const [row] = standingRows(live, 'stance', same);
  if (row === undefined) return null;
  const rows = partsOf(live, 'citation', keyFields(row)).toSorted((a, b) => a.ordinal - b.ordinal);
  const citations = rows.map(({ party, proposition, heldFrom, ordinal, ...said }) => said);
  return { row, citations };
}

/** The standing stance that a key such as `cn--tw-inalienable--1972-12-22` names; null, and a problem, when there is none. */
export function stanceNamed(proposed: Proposed, live: LiveLedger, key: string, at: string): StanceSaid | null {
  const parts = parseStanceKey(key);
  const stance = parts === null ? null : stanceStanding(live, parts);
  if (stance === null) {
    const expected = parts === null ? 'the key of a stance, party--proposition--date' : 'a stance of the ledger';
    proposed.problems.push({ at, found: `${parts === null ? '' : 'unknown stance '}"${key}"`, expected });
  }
  return stance;
}

/** Adds stances. One that stands already changes nothing if it says the same, and is a problem if it does not. */
export const recordStances = (stances: readonly StanceSaid[]): Change => ({
  names: {
    stance: stances.map(({ row }) => keyFields(row)),
    document: keysNamed(
      citation,
      stances.flatMap(({ citations }) => citations),
      'document',
    ),
  },
  propose(proposed, live) {
    for (const [place, said] of stances.entries()) {
      const at = `input.stances[${place}]`;
      const standing = stanceStanding(live, keyFields(said.row));
      if (standing !== null && !sayTheSame(standing, said)) {
        proposed.problems.push(standsAlready('stance', rowKey(stance, said.row), at, 'correctStance'));
      }
      propose(proposed, 'stance', said.row, at);
      for (const row of citationRows(said)) propose(proposed, 'citation', row, `${at}.citations[${row.ordinal}]`);
    }
  },
});

export interface StanceCorrection {
  /** Key of the stance that is wrong. */
  readonly stance: string;
  /** What it should have said; undefined leaves a field as it is. */
  readonly changes: Changes<StanceRow>;
  /** All citations that it should have; undefined leaves them as they are. */
  readonly citations: readonly CitationSaid[] | undefined;
}

/**
 * Replaces a stance by a version that is right. If its party, proposition or day was wrong, the right one has another key: the old one is
 * retired, the new one added, and passages that showed the old one show the new one, unless they are the words of another party.
 */
export const correctStance = ({ stance: key, changes, citations }: StanceCorrection): Change => ({
  names: {
    stance: keysOf(key, changes),
    document: keysNamed(citation, citations ?? [], 'document'),
  },
  propose(proposed, live) {
    const wrong = stanceNamed(proposed, live, key, 'input.stance');
    if (wrong === null) return;
    const right = { row: merged(wrong.row, changes), citations: citations ?? wrong.citations };
    propose(proposed, 'stance', right.row, 'input');
    setParts(proposed, live, 'citation', keyFields(wrong.row), citationRows(right), (place) =>
      atPath(`input.citations[${place}]`),
    );
    const isKnown = Object.values(keyFields(right.row)).every((value) => value !== null); // else the rules say what is missing
    if (isKnown && rowKey(stance, right.row) !== rowKey(stance, wrong.row)) move(proposed, live, wrong.row, right.row);
  },
});

/** The wrong key and the right one. */
function keysOf(key: string, { party, proposition, heldFrom }: Changes<StanceRow>): StanceKey[] {
  const wrong = parseStanceKey(key);
  if (wrong === null) return [];
  const right = {
    party: party ?? wrong.party,
    proposition: proposition ?? wrong.proposition,
    heldFrom: heldFrom ?? wrong.heldFrom,
  };
  return [wrong, right];
}

/** Retires the stance with the wrong key, and lets passages show the one with the right key. */
function move(proposed: Proposed, live: LiveLedger, wrong: StanceRow, right: StanceRow) {
  if (stanceStanding(live, keyFields(right)) !== null) {
    proposed.problems.push(standsAlready('stance', rowKey(stance, right), 'input', 'correctStance for that stance'));
  }
  proposed.retract.stance.add(rowKey(stance, wrong));
  for (const link of partsOf(live, 'passageStance', keyFields(wrong))) {
    proposed.retract.passageStance.add(rowKey(passageStance, link));
    const row = { passage: link.passage, ...keyFields(right) };
    if (right.party === wrong.party) propose(proposed, 'passageStance', row, 'input', atValue('input'));
  }
}

/** Retires stances by their keys, with their citations and with the links of passages that showed them; nothing takes their place. */
export const retractStance = (keys: readonly string[]): Change => ({
  names: { stance: keys.flatMap((key) => parseStanceKey(key) ?? []) },
  propose(proposed, live) {
    for (const [place, key] of keys.entries()) {
      const at = `input.stances[${place}]`;
      const said = stanceNamed(proposed, live, key, at);
      if (said === null) continue;
      const retired = rowKey(stance, said.row);
      if (proposed.retract.stance.has(retired)) {
        proposed.problems.push({ at, found: `stance ${key} again`, expected: 'it once' });
      }
      proposed.retract.stance.add(retired);
      for (const link of partsOf(live, 'passageStance', keyFields(said.row))) {
        proposed.retract.passageStance.add(rowKey(passageStance, link));
      }
    }
  },
});
