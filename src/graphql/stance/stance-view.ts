import { inForceUntil, NONE, neighbour } from '#agreement/in-force.ts';
import { lastConfirmed } from '#agreement/last-confirmed.ts';
import { fromHalfSteps, type Position } from '#agreement/position.ts';
import { NEVER } from '#agreement/stance-columns.ts';
import { bases, basisIn, confidenceIn, confidences, precisionIn, precisions } from '#snapshot/closed-sets.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

const dayOrNull = (day: number) => (day === NEVER ? null : day);

/**
 * A stance by its row index in a snapshot's columns, as known at a revision. Properties rather than resolvers, because responses have many stances:
 * writers read a property inline but have to call a resolver.
 */
export class StanceView {
  readonly #columns: Snapshot['stances'];
  readonly stanceRow: number;
  readonly revision: number;

  constructor({ stances }: Pick<Snapshot, 'stances'>, stanceRow: number, revision: number) {
    this.#columns = stances;
    this.stanceRow = stanceRow;
    this.revision = revision;
  }

  /** The stance at a row index as it was last known: now, or just before it was retired. */
  static lastKnown(snapshot: Snapshot, stanceRow: number): StanceView {
    const retiredIn = snapshot.stances.retiredIn[stanceRow] as number;
    return new StanceView(snapshot, stanceRow, Math.min(snapshot.revision, retiredIn - 1));
  }

  get id(): number {
    return this.#columns.id[this.stanceRow] as number;
  }

  get position(): Position {
    return fromHalfSteps(this.#columns.position[this.stanceRow] as number);
  }

  get value(): number {
    return (this.#columns.position[this.stanceRow] as number) / 2;
  }

  get heldFrom(): number {
    return this.#columns.heldFrom[this.stanceRow] as number;
  }

  get heldFromPrecision(): (typeof precisions)[number] {
    return precisions[precisionIn(this.#traits)] as 'DAY';
  }

  get heldUntil(): number | null {
    return dayOrNull(this.#columns.heldUntil[this.stanceRow] as number);
  }

  get inForceUntil(): number | null {
    return dayOrNull(inForceUntil(this.#columns, this.stanceRow, this.revision));
  }

  get lastConfirmed(): number {
    return lastConfirmed(this.#columns, this.stanceRow, this.revision);
  }

  get basis(): (typeof bases)[number] {
    return bases[basisIn(this.#traits)] as 'VOTE';
  }

  get confidence(): (typeof confidences)[number] {
    return confidences[confidenceIn(this.#traits)] as 'HIGH';
  }

  get #traits(): number {
    return this.#columns.traits[this.stanceRow] as number;
  }

  get previous(): StanceView | null {
    return this.#beside(-1);
  }

  get next(): StanceView | null {
    return this.#beside(1);
  }

  /** The stance of the same party on the same proposition before or after it. */
  #beside(step: 1 | -1): StanceView | null {
    const stanceRow = neighbour(this.#columns, this.stanceRow, this.revision, step);
    return stanceRow === NONE ? null : new StanceView({ stances: this.#columns }, stanceRow, this.revision);
  }
}
