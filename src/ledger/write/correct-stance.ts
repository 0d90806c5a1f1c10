import type { LiveLedger } from '../revise/live-ledger.ts';
import { parseStanceKey, type StanceKey } from '../stance-key.ts';
import { passageStance } from '../tables/passage.ts';
import { type StanceRow, stance } from '../tables/stance.ts';
import { rowKey } from '../tables/table.ts';
import { propose, standsAlready } from './add-row.ts';
import type { Change, ChangeRequest } from './change.ts';
import { partsOf, setParts } from './parts.ts';
import { placeAt, placeOf } from './place.ts';
import { type CitationSaid, citationRows, keyFields } from './stance-said.ts';
import { type Changes, merged } from './standing-row.ts';
import { stanceNamed, stanceStanding } from './standing-stance.ts';

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
export const correctStance = ({ stance: key, changes, citations }: StanceCorrection): ChangeRequest => ({
  names: {
    stance: keysOf(key, changes),
    document: new Set(citations?.map(({ document }) => document)),
  },
  propose(change, live) {
    const wrong = stanceNamed(change, live, key, 'input.stance');
    if (wrong === null) return;
    const right = { row: merged(wrong.row, changes), citations: citations ?? wrong.citations };
    propose(change, 'stance', right.row, 'input');
    setParts(change, live, 'citation', keyFields(wrong.row), citationRows(right), (place) =>
      placeAt(`input.citations[${place}]`),
    );
    const isKnown = Object.values(keyFields(right.row)).every((value) => value !== null); // else the rules say what is missing
    if (isKnown && rowKey(stance, right.row) !== rowKey(stance, wrong.row)) move(change, live, wrong.row, right.row);
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
function move(change: Change, live: LiveLedger, wrong: StanceRow, right: StanceRow) {
  if (stanceStanding(live, keyFields(right)) !== null) {
    change.problems.push(standsAlready('stance', rowKey(stance, right), 'input', 'correctStance for that stance'));
  }
  change.retract.stance?.add(rowKey(stance, wrong));
  for (const link of partsOf(live, 'passageStance', keyFields(wrong))) {
    change.retract.passageStance?.add(rowKey(passageStance, link));
    const row = { passage: link.passage, ...keyFields(right) };
    if (right.party === wrong.party) propose(change, 'passageStance', row, 'input', placeOf('input'));
  }
}
