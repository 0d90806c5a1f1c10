import type { LiveLedger } from '../revise/live-ledger.ts';
import { parseStanceKey } from '../stance-key.ts';
import type { StanceRow } from '../tables/stance.ts';
import type { Change } from './change.ts';
import { partsOf } from './parts.ts';
import { keyFields, type StanceSaid } from './stance-said.ts';
import { standingRows } from './standing-row.ts';

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
export function stanceNamed(change: Change, live: LiveLedger, key: string, at: string): StanceSaid | null {
  const parts = parseStanceKey(key);
  const stance = parts === null ? null : stanceStanding(live, parts);
  if (stance === null) {
    const expected = parts === null ? 'the key of a stance, party--proposition--date' : 'a stance of the ledger';
    change.problems.push({ at, found: `${parts === null ? '' : 'unknown stance '}"${key}"`, expected });
  }
  return stance;
}
