import { LRUCache } from 'lru-cache';
import { findInForce, inForceUntil, NONE, roomFor, selectParties, visitStanceRows } from '#agreement/in-force.ts';
import type { HalfSteps } from '#agreement/position.ts';
import { isKnown, type Point, type StanceColumns } from '#agreement/stance-columns.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { propositionsInScope, type Scope, stanceFits } from './scope.ts';
import { type StanceOrder, stancesInOrder } from './stance-orders.ts';

/** Which stances, besides those of a scope. */
export interface StanceQuestion {
  readonly scope: Scope;
  /** Undefined: all. */
  readonly parties?: readonly Party[] | undefined;
  readonly positions?: ReadonlySet<HalfSteps> | undefined;
  /** Row indexes in the columns, each once; undefined: all. */
  readonly among?: readonly number[] | undefined;
  /** Only those in force on the scope's day; else every one ever recorded that is known at its revision. */
  readonly inForce: boolean;
}

/** Row indexes that are kept, of all lists of a snapshot together. */
const mostPlaces = 4_000_000;

// By the columns, which a view of the past shares; a question names its revision.
const listsMade = oncePer(
  (_stances: Snapshot['stances']) =>
    new LRUCache<string, Int32Array>({ maxSize: mostPlaces, sizeCalculation: ({ length }) => length + 1 }),
);

const keysOf = (rows: readonly { readonly key: string }[] | undefined) => rows?.map(({ key }) => key);

/**
 * Row indexes of the stances that match, in order. Reading a list page by page repeats the same query, so the latest results are
 * kept.
 */
export function listStances(snapshot: Snapshot, question: StanceQuestion, order: StanceOrder): Int32Array {
  const { scope, parties, positions, among, inForce } = question;
  const make = () => stancesInOrder(snapshot, stanceRowsThatFit(snapshot, question), order);
  if (scope.propositions !== undefined || among !== undefined) return make(); // soon made
  const lists = listsMade(snapshot.stances);
  const asked = { ...scope, issues: keysOf(scope.issues) };
  const key = JSON.stringify([asked, keysOf(parties), positions && [...positions], inForce, order]);
  const stanceRows = lists.get(key) ?? make();
  lists.set(key, stanceRows);
  return stanceRows;
}

function stanceRowsThatFit(
  snapshot: Snapshot,
  { scope, parties, positions, among, inForce }: StanceQuestion,
): Int32Array {
  const { stances } = snapshot;
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const ordinals = parties
    ? [...new Set(parties.map(({ ordinal }) => ordinal))]
    : snapshot.parties.list.map((_, n) => n);
  const selection = selectParties(ordinals, snapshot.parties.list.length);
  const found = roomFor(selection);
  const fits = stanceFits(snapshot, scope);
  let stanceRows = new Int32Array(1_024);
  let count = 0;
  const take = (stanceRow: number) => {
    if (positions !== undefined && !positions.has(stances.position[stanceRow] as HalfSteps)) return;
    if (count === stanceRows.length) stanceRows = grown(stanceRows);
    stanceRows[count++] = stanceRow;
  };
  const propositions = propositionsInScope(snapshot, scope);
  if (among !== undefined) {
    const inScope = new Set(propositions);
    const isAsked = (stanceRow: number) =>
      selection.rowOf[stances.party[stanceRow] as number] !== NONE &&
      inScope.has(stances.proposition[stanceRow] as number) &&
      isKnown(stances, stanceRow, scope.asKnownAt) &&
      fits(stanceRow) &&
      (!inForce || isInForce(stances, stanceRow, point));
    among.filter(isAsked).forEach(take);
    return stanceRows.subarray(0, count);
  }
  for (const proposition of propositions) {
    if (inForce) {
      const many = findInForce(stances, proposition, selection, point, fits, found);
      for (let index = 0; index < many; index++) take(found.stanceRows[index] as number);
    } else {
      visitStanceRows(stances, proposition, selection, (stanceRow) => {
        if (isKnown(stances, stanceRow, scope.asKnownAt) && fits(stanceRow)) take(stanceRow);
      });
    }
  }
  return stanceRows.subarray(0, count);
}

const isInForce = (stances: StanceColumns, stanceRow: number, { day, revision }: Point) =>
  (stances.heldFrom[stanceRow] as number) <= day && inForceUntil(stances, stanceRow, revision) > day;

function grown(stanceRows: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(stanceRows.length * 2);
  longer.set(stanceRows);
  return longer;
}

const byDocument = oncePer(({ list }: Snapshot['propositions']) => Map.groupBy(list, ({ documentId }) => documentId));

/** Ordinals of the propositions that a document was voted on as. */
export const rollCallsOf = (propositions: Snapshot['propositions'], documentId: number): number[] =>
  (byDocument(propositions).get(documentId) ?? []).map(({ ordinal }) => ordinal);
