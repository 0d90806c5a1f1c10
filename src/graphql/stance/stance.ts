import { keyOfStance } from '#comparison/stance-of-key.ts';
import { partyAndPropositionOf } from '#comparison/stance-orders.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { stanceRowOfId } from '#snapshot/stance-row-of-id.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { batchedFromDatabase, cost } from '../cost/field-cost.ts';
import { Tier } from '../issue/tier.ts';
import { loadNodesOf, opaqueId, rowNumber } from '../node/node.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Precision } from '../scalar/scalars.ts';
import { Basis, ChangeKind, Confidence, Position } from './stance-enums.ts';
import { StanceView } from './stance-view.ts';

export const Stance = builder.objectRef<StanceView>('Stance');

/** The party and proposition of a stance, with the texts of its revision. */
export const subjectsOf = ({ stanceRow, revision }: StanceView, { snapshot }: Context) =>
  partyAndPropositionOf(snapshotAt(snapshot, revision), stanceRow);

builder.objectType(Stance, {
  description: "A party's position on a proposition, held from a given day, with the documents that show it.",
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(opaqueId('Stance', ({ id }) => id)),
    key: t.string({
      description: 'Stable key: party--proposition--day, such as `cn--tw-inalienable--1972-12-22`.',
      resolve: ({ stanceRow }, _args, { snapshot }) => keyOfStance(snapshot, stanceRow),
    }),
    party: t.field({
      description: 'The party that holds it.',
      type: Party,
      resolve: (stance, _args, context) => subjectsOf(stance, context).party,
    }),
    proposition: t.field({
      description: 'The proposition that it is about.',
      type: Proposition,
      resolve: (stance, _args, context) => subjectsOf(stance, context).proposition,
    }),
    position: t.expose('position', {
      description: 'The position that the party takes.',
      type: Position,
    }),
    value: t.expose('value', {
      type: 'Float',
      description: 'The position as a number, from -1 (OPPOSE) to 1 (SUPPORT).',
    }),
    heldFrom: t.expose('heldFrom', {
      description: 'The day from which the stance is held: that of the statement, signature or vote.',
      type: 'Date',
    }),
    heldFromPrecision: t.expose('heldFromPrecision', {
      description: 'How exact `heldFrom` is.',
      type: Precision,
    }),
    heldUntil: t.expose('heldUntil', {
      description: 'The first day on which the party no longer held it by its own account; null when it never said so.',
      type: 'Date',
      nullable: true,
    }),
    inForceUntil: t.expose('inForceUntil', {
      description:
        'The first day on which it is no longer in force: `heldUntil`, or the day of the next stance of the party on the proposition, whichever is earlier. Null while it has no end.',
      type: 'Date',
      nullable: true,
    }),
    lastConfirmed: t.expose('lastConfirmed', {
      description:
        'The day of the latest document that shows it, as known at the revision queried; never earlier than `heldFrom`, and that of a vote is its own day. A report that only carries the text (`CARRIER`) does not confirm it.',
      type: 'Date',
    }),
    basis: t.expose('basis', {
      description: 'How the party is bound to the position, such as `OWN_STATEMENT`.',
      type: Basis,
    }),
    confidence: t.expose('confidence', {
      description: 'How certain the curator is of the stance.',
      type: Confidence,
    }),
    tier: t.field({
      description: 'How closely the stance was curated.',
      type: Tier,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ id }, _args, { loaders }) => (await loaders.stanceText.load(id))?.tier ?? 'EXTENDED',
    }),
    verb: t.string({
      description:
        'The diplomatic verb from which the position was read, such as "opposes"; null for a vote without an explanation.',
      nullable: true,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ id }, _args, { loaders }) => (await loaders.stanceText.load(id))?.verb ?? null,
    }),
    rationale: t.string({
      description: 'Why the position was read that way, in one sentence; null for a vote in a roll call.',
      nullable: true,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ id }, _args, { loaders }) => (await loaders.stanceText.load(id))?.rationale ?? null,
    }),
    changeKind: t.field({
      description: 'What changed since `previous`; null when nothing did or the stance is the first.',
      type: ChangeKind,
      nullable: true,
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ id }, _args, { loaders }) => (await loaders.stanceText.load(id))?.changeKind ?? null,
    }),
    previous: t.expose('previous', {
      description: 'The previous stance of the same party on the same proposition; null for the first.',
      type: Stance,
      nullable: true,
    }),
    next: t.expose('next', {
      description: 'The next stance of the same party on the same proposition; null for the last.',
      type: Stance,
      nullable: true,
    }),
  }),
});

loadNodesOf('Stance', (id, { snapshot }) => {
  const stanceRow = stanceRowOfId(snapshot, rowNumber(id));
  return stanceRow === null ? null : StanceView.lastKnown(snapshot, stanceRow);
});
