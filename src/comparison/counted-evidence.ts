import { findInForce, NONE, roomFor, selectParties } from '#agreement/in-force.ts';
import { lastConfirmed } from '#agreement/last-confirmed.ts';
import { cellAt, isHeld } from '#agreement/stance-matrix.ts';
import { bases, basisIn } from '#snapshot/closed-sets.ts';
import { everMembers, spansOf } from './bloc-members.ts';
import { memberDay } from './bloc-tallies.ts';
import type { Comparison } from './comparison.ts';
import { weighs } from './weights.ts';

/** Pairs of positions on one proposition, over all of them. */
export interface CountedEvidence {
  /** Those that a number counts. */
  readonly counted: number;
  /** Those of them of which both positions rest on texts adopted by consensus: of a derived one most of the stances behind it. */
  readonly byConsensus: number;
  /** Those of which either position was last confirmed too long ago; a derived one in the same way. */
  readonly stale: number;
}

const consensus = bases.indexOf('CONSENSUS');

/** What a stance is, as bits. */
const [found, counts, adopted, fresh] = [1, 2, 4, 8];

/** What the number of a comparison rests on, `staleBefore` being a day. One pass over the propositions: there may be thousands, and as many stances behind each bloc as it has members. */
export function countEvidence(comparison: Comparison, staleBefore: number): CountedEvidence {
  const { policied, propositions, snapshot, scope, policy } = comparison;
  const { stances } = snapshot;
  const { reading, placeOf, spans } = readingOf(comparison);
  const room = roomFor(reading);
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const isCounted = weighs(snapshot, policy);
  const traits = new Uint8Array(reading.count); // by place, of one proposition
  const evidence = { counted: 0, byConsensus: 0, stale: 0 };
  for (let column = 0; column < policied.columns; column++) {
    const proposition = propositions[column] as number;
    traits.fill(0);
    const count = findInForce(stances, proposition, reading, point, comparison.selection.keep, room);
    for (let index = 0; index < count; index++) {
      const stanceRow = room.stanceRows[index] as number;
      traits[room.rows[index] as number] =
        found |
        (isCounted(stanceRow) ? counts : 0) |
        (basisIn(stances.traits[stanceRow] as number) === consensus ? adopted : 0) |
        (lastConfirmed(stances, stanceRow, scope.asKnownAt) >= staleBefore ? fresh : 0);
    }
    const day = memberDay(snapshot, proposition, scope.asOf);
    let [held, ofConsensus, ofLate] = [0, 0, 0];
    for (let row = 0; row < policied.rows; row++) {
      if (!isHeld(cellAt(policied, row, column))) continue;
      const place = placeOf[row] as number;
      const own = place === NONE ? 0 : (traits[place] as number);
      const behind = own === 0 ? ofMost(spans.get(row) ?? [], day, traits) : own;
      held++;
      if (behind & adopted) ofConsensus++;
      if (behind & fresh) ofLate++;
    }
    evidence.counted += pairsOf(held);
    evidence.byConsensus += pairsOf(ofConsensus);
    evidence.stale += pairsOf(held) - pairsOf(ofLate);
  }
  return evidence;
}

interface Span {
  readonly row: number;
  readonly from: number;
  readonly until: number;
}

/** What most of the stances are that members of a day hold and that count. */
function ofMost(spans: readonly Span[], day: number, traits: Uint8Array): number {
  let [all, ofConsensus, ofLate] = [0, 0, 0];
  for (const { row, from, until } of spans) {
    const trait = traits[row] as number;
    if ((trait & counts) === 0 || day < from || day >= until) continue;
    all++;
    if (trait & adopted) ofConsensus++;
    if (trait & fresh) ofLate++;
  }
  return (2 * ofConsensus > all ? adopted : 0) | (2 * ofLate > all ? fresh : 0);
}

/** The parties of a comparison and the members of its blocs, each once; where the stances of a party stand among them, NONE for one whose own do not count; and the members of a bloc by its row. */
function readingOf({ selection, blocs, parties, snapshot }: Comparison) {
  const { rowOf } = selection.parties;
  const own = parties.map(({ ordinal }) => ordinal).filter((ordinal) => rowOf[ordinal] !== NONE);
  const ordinals = new Set([...own, ...everMembers(blocs?.values() ?? [])]);
  const reading = selectParties([...ordinals], snapshot.parties.list.length);
  const placeOf = parties.map(({ ordinal }) => (rowOf[ordinal] === NONE ? NONE : (reading.rowOf[ordinal] as number)));
  const spans = new Map<number, Span[]>();
  for (const [row, { ordinal }] of parties.entries()) {
    const members = blocs?.get(ordinal);
    if (members !== undefined) spans.set(row, spansOf(members, reading.rowOf));
  }
  return { reading, placeOf, spans };
}

const pairsOf = (count: number) => (count * (count - 1)) / 2;
