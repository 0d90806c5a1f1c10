import { inForceUntil, NONE, neighbour } from '#agreement/in-force.ts';
import { fromHalfSteps } from '#agreement/position.ts';
import { NEVER } from '#agreement/stance-columns.ts';
import { keyOfStance } from '#ledger/compare/stance-of-key.ts';
import { partyAndPropositionOf } from '#ledger/compare/stance-orders.ts';
import { bases, confidences, precisions } from '#ledger/snapshot/closed-sets.ts';
import { placeOfStance, type Snapshot } from '#ledger/snapshot/snapshot.ts';
import { snapshotAt } from '#ledger/snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { batchedFromDatabase } from '../cost/database-points.ts';
import { cost } from '../cost/field-cost.ts';
import { Tier } from '../issue/tier.ts';
import { loadNodesOf, rowNumber } from '../node/node.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Precision } from '../scalar/precision.ts';
import { Basis, ChangeKind, Confidence, Position } from './stance-enums.ts';

/** A stance by its place in the snapshot's columns, as known at a revision. */
export interface StanceView {
  readonly place: number;
  readonly revision: number;
}

export const Stance = builder.objectRef<StanceView>('Stance');

/** Who holds a stance, and on what, in the words of its revision. */
export const subjectsOf = ({ place, revision }: StanceView, { snapshot }: Context) =>
  partyAndPropositionOf(snapshotAt(snapshot, revision), place);

/** A stance as it was known last: now, or just before it was retired. */
export const lastKnown = (snapshot: Snapshot, place: number): StanceView => ({
  place,
  revision: Math.min(snapshot.revision, (snapshot.stances.retiredIn[place] as number) - 1),
});

const dayOrNull = (day: number) => (day === NEVER ? null : day);

builder.node(Stance, {
  description: "A party's position on a proposition, held from a day on, with the documents that show it.",
  id: { resolve: ({ place }, _args, { snapshot }) => snapshot.stances.id[place] as number },
  fields: (t) => ({
    key: t.string({
      description: 'Stable: party--proposition--day, such as `cn--tw-inalienable--1972-12-22`.',
      resolve: ({ place }, _args, { snapshot }) => keyOfStance(snapshot, place),
    }),
    party: t.field({
      description: 'Who holds it.',
      type: Party,
      resolve: (stance, _args, context) => subjectsOf(stance, context).party,
    }),
    proposition: t.field({
      description: 'What it is about.',
      type: Proposition,
      resolve: (stance, _args, context) => subjectsOf(stance, context).proposition,
    }),
    position: t.field({
      description: 'The position.',
      type: Position,
      resolve: ({ place }, _args, { snapshot }) => fromHalfSteps(snapshot.stances.position[place] as number),
    }),
    value: t.float({
      description: 'The position as a number, -1 (oppose) to 1 (support).',
      resolve: ({ place }, _args, { snapshot }) => (snapshot.stances.position[place] as number) / 2,
    }),
    heldFrom: t.field({
      description: 'The day of the statement, signature or vote.',
      type: 'Date',
      resolve: ({ place }, _args, { snapshot }) => snapshot.stances.heldFrom[place] as number,
    }),
    heldFromPrecision: t.field({
      description: 'How much of that day is known.',
      type: Precision,
      resolve: ({ place }, _args, { snapshot }) => precisions[snapshot.stances.precision[place] as number] as 'DAY',
    }),
    heldUntil: t.field({
      description: 'The first day on which the party itself no longer held it; null when it never said so.',
      type: 'Date',
      nullable: true,
      resolve: ({ place }, _args, { snapshot }) => dayOrNull(snapshot.stances.heldUntil[place] as number),
    }),
    inForceUntil: t.field({
      description:
        'The first day on which it is no longer in force: its own end, or the next stance of the party on the proposition. Null while it is.',
      type: 'Date',
      nullable: true,
      resolve: ({ place, revision }, _args, { snapshot }) => dayOrNull(inForceUntil(snapshot.stances, place, revision)),
    }),
    basis: t.field({
      description: 'How the party is bound to it.',
      type: Basis,
      resolve: ({ place }, _args, { snapshot }) => bases[snapshot.stances.basis[place] as number] as 'VOTE',
    }),
    confidence: t.field({
      description: 'How sure the curator is of it.',
      type: Confidence,
      resolve: ({ place }, _args, { snapshot }) => confidences[snapshot.stances.confidence[place] as number] as 'HIGH',
    }),
    tier: t.field({
      description: 'How closely it was curated.',
      type: Tier,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ place }, _args, { snapshot, loaders }) =>
        (await loaders.stanceText.load(snapshot.stances.id[place] as number))?.tier ?? 'EXTENDED',
    }),
    verb: t.string({
      description: 'The diplomatic verb that the position was read from; null for a vote without words.',
      nullable: true,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ place }, _args, { snapshot, loaders }) =>
        (await loaders.stanceText.load(snapshot.stances.id[place] as number))?.verb ?? null,
    }),
    rationale: t.string({
      description: 'Why the position is read so, in one sentence; null for a vote in a roll call.',
      nullable: true,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ place }, _args, { snapshot, loaders }) =>
        (await loaders.stanceText.load(snapshot.stances.id[place] as number))?.rationale ?? null,
    }),
    changeKind: t.field({
      description: 'What changed against the stance before it; null when nothing did or it is the first.',
      type: ChangeKind,
      nullable: true,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ place }, _args, { snapshot, loaders }) =>
        (await loaders.stanceText.load(snapshot.stances.id[place] as number))?.changeKind ?? null,
    }),
    previous: t.field({
      description: 'The stance of the same party on the same proposition before this one; null for the first.',
      type: Stance,
      nullable: true,
      resolve: ({ place, revision }, _args, { snapshot }) =>
        beside(neighbour(snapshot.stances, place, revision, -1), revision),
    }),
    next: t.field({
      description: 'The stance of the same party on the same proposition after this one; null for the last.',
      type: Stance,
      nullable: true,
      resolve: ({ place, revision }, _args, { snapshot }) =>
        beside(neighbour(snapshot.stances, place, revision, 1), revision),
    }),
  }),
});

const beside = (place: number, revision: number): StanceView | null => (place === NONE ? null : { place, revision });

loadNodesOf('Stance', (id, { snapshot }) => {
  const place = placeOfStance(snapshot, rowNumber(id));
  return place === null ? null : lastKnown(snapshot, place);
});
