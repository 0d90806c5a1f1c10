import { NEVER } from '#agreement/stance-columns.ts';
import { versionsOf } from '#comparison/stances-of-revision.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Revision } from '../revision/revision.ts';
import { Stance } from './stance.ts';
import { StanceView } from './stance-view.ts';

const revisionOf = async (number: number, { loaders }: Context) => {
  const revision = await loaders.revision.load(number);
  if (revision === null) throw new Error(`revision ${number} is referenced but missing`);
  return revision;
};

/** The revision that retired the version at a row index; null while it is current. */
const retiredIn = ({ stances }: Snapshot, stanceRow: number) => {
  const number = stances.retiredIn[stanceRow] as number;
  return number === NEVER ? null : number;
};

builder.objectFields(Stance, (t) => ({
  addedIn: t.field({
    type: Revision,
    description: 'The revision that recorded this version of the stance.',
    resolve: ({ stanceRow }, _args, context) =>
      revisionOf(context.snapshot.stances.addedIn[stanceRow] as number, context),
  }),
  retiredIn: t.field({
    type: Revision,
    nullable: true,
    description:
      'The revision that replaced or retracted this version of the stance, even when an earlier revision is queried; null while the version is current.',
    resolve({ stanceRow }, _args, context) {
      const number = retiredIn(context.snapshot, stanceRow);
      return number === null ? null : revisionOf(number, context);
    },
  }),
  versions: t.field({
    type: [Stance],
    description:
      'All recorded versions of the stance (same party, proposition and day), including this one. Oldest first, each as it was last known.',
    resolve: ({ stanceRow }, _args, { snapshot }) =>
      versionsOf(snapshot, stanceRow).map((version) => StanceView.lastKnown(snapshot, version)),
  }),
}));
