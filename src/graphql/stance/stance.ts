import { placeOfStance } from '#comparison/place-of-stance.ts';
import { keyOfStance } from '#comparison/stance-of-key.ts';
import { partyAndPropositionOf } from '#comparison/stance-orders.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { batchedFromDatabase } from '../cost/database-points.ts';
import { cost } from '../cost/field-cost.ts';
import { Tier } from '../issue/tier.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Precision } from '../scalar/precision.ts';
import { Basis, ChangeKind, Confidence, Position } from './stance-enums.ts';
import { StanceView } from './stance-view.ts';

export const Stance = builder.objectRef<StanceView>('Stance');

/** Who holds a stance, and on what, in the words of its revision. */
export const subjectsOf = ({ place, revision }: StanceView, { snapshot }: Context) =>
  partyAndPropositionOf(snapshotAt(snapshot, revision), place);

builder.objectType(Stance, {
  description: "A party's position on a proposition, held from a day on, with the documents that show it.",
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Stance', ({ id }) => id)),
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
    position: t.expose('position', {
      description: 'The position.',
      type: Position,
    }),
    value: t.expose('value', {
      type: 'Float',
      description: 'The position as a number, -1 (oppose) to 1 (support).',
    }),
    heldFrom: t.expose('heldFrom', {
      description: 'The day of the statement, signature or vote.',
      type: 'Date',
    }),
    heldFromPrecision: t.expose('heldFromPrecision', {
      description: 'How much of that day is known.',
      type: Precision,
    }),
    heldUntil: t.expose('heldUntil', {
      description: 'The first day on which the party itself no longer held it; null when it never said so.',
      type: 'Date',
      nullable: true,
    }),
    inForceUntil: t.expose('inForceUntil', {
      description:
        'The first day on which it is no longer in force: its own end, or the next stance of the party on the proposition. Null while it is.',
      type: 'Date',
      nullable: true,
    }),
    basis: t.expose('basis', {
      description: 'How the party is bound to it.',
      type: Basis,
    }),
    confidence: t.expose('confidence', {
      description: 'How sure the curator is of it.',
      type: Confidence,
    }),
    tier: t.field({
      description: 'How closely it was curated.',
      type: Tier,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ id }, _args, { loaders }) => (await loaders.stanceText.load(id))?.tier ?? 'EXTENDED',
    }),
    verb: t.string({
      description: 'The diplomatic verb that the position was read from; null for a vote without words.',
      nullable: true,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ id }, _args, { loaders }) => (await loaders.stanceText.load(id))?.verb ?? null,
    }),
    rationale: t.string({
      description: 'Why the position is read so, in one sentence; null for a vote in a roll call.',
      nullable: true,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ id }, _args, { loaders }) => (await loaders.stanceText.load(id))?.rationale ?? null,
    }),
    changeKind: t.field({
      description: 'What changed against the stance before it; null when nothing did or it is the first.',
      type: ChangeKind,
      nullable: true,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ id }, _args, { loaders }) => (await loaders.stanceText.load(id))?.changeKind ?? null,
    }),
    previous: t.expose('previous', {
      description: 'The stance of the same party on the same proposition before this one; null for the first.',
      type: Stance,
      nullable: true,
    }),
    next: t.expose('next', {
      description: 'The stance of the same party on the same proposition after this one; null for the last.',
      type: Stance,
      nullable: true,
    }),
  }),
});

loadNodesOf('Stance', (id, { snapshot }) => {
  const place = placeOfStance(snapshot, rowNumber(id));
  return place === null ? null : StanceView.lastKnown(snapshot, place);
});
