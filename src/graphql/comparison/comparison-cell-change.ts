import type { Comparison as ComparisonShape } from '#comparison/comparison.ts';
import type { CellChange as CellChangeShape, CellThen } from '#comparison/comparison-changes.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Document, type DocumentView, documentOf } from '../document/document.ts';
import { Party } from '../party/party.ts';
import { citationsOf } from '../stance/citation.ts';
import { StanceView } from '../stance/stance-view.ts';
import { CellView, ComparisonCell } from './comparison-row.ts';

/** The same parties at two points. */
export interface Points {
  readonly before: ComparisonShape;
  readonly after: ComparisonShape;
}

export type CellChangeView = Points & { readonly change: CellChangeShape };

function cellView(
  { parties, scope, snapshot }: ComparisonShape,
  party: number,
  { cell, stanceRow }: CellThen,
): CellView {
  const stance = stanceRow === null ? null : new StanceView(snapshot, stanceRow, scope.asKnownAt);
  return new CellView(parties[party] as PartyRow, cell, stance); // a row of the comparison
}

/** The documents that show a cell as it is after and did not show it before; none where nothing is held after. */
export async function documentsOf(
  { before, after, change }: CellChangeView,
  context: Context,
): Promise<DocumentView[]> {
  const [then, now] = [cellView(before, change.party, change.before), cellView(after, change.party, change.after)];
  if (now.stance === null) return [];
  const cited = await citationsOf(now.stance, context);
  // A new stance has all its documents; the same stance only those that were added.
  const same = then.stance?.stanceRow === now.stance.stanceRow;
  const old = new Set(same && then.stance ? (await citationsOf(then.stance, context)).map(({ id }) => id) : []);
  const ids = new Set(cited.filter(({ id }) => !old.has(id)).map(({ documentId }) => documentId));
  return Promise.all([...ids].map((id) => documentOf(id, context, after.scope.asKnownAt)));
}

export const ComparisonCellChange = builder.objectRef<CellChangeView>('ComparisonCellChange').implement({
  description: 'A change in the position of one party on one proposition.',
  fields: (t) => ({
    party: t.field({
      type: Party,
      description: 'The party whose position changed.',
      resolve: ({ after, change }) => after.parties[change.party] as PartyRow, // a row of the comparison
    }),
    before: t.field({
      type: ComparisonCell,
      description: 'The cell at `from`.',
      resolve: ({ before, change }) => cellView(before, change.party, change.before),
    }),
    after: t.field({
      type: ComparisonCell,
      description: 'The cell at `to`.',
      resolve: ({ after, change }) => cellView(after, change.party, change.after),
    }),
    documents: t.field({
      type: [Document],
      description:
        'The documents that show the change: those cited by the stance at `to`; if the stance is the same, only newly cited ones. Empty when no position is held at `to`.',
      resolve: (change, _args, context) => documentsOf(change, context),
    }),
  }),
});
