import type { CellChange as CellChangeShape, CellThen } from '#comparison/comparison-changes.ts';
import { memberStanceRows } from '#comparison/derivation-receipt.ts';
import type { Standpoint } from '#comparison/ledger-changes.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Document, type DocumentView, documentOf } from '../document/document.ts';
import { Party } from '../party/party.ts';
import { citationsOf } from '../stance/citation.ts';
import { StanceView } from '../stance/stance-view.ts';
import { type CellView, ComparisonCell, DerivedCellView } from './comparison-row.ts';

/** The same parties at two points. */
export interface Points {
  readonly before: Standpoint;
  readonly after: Standpoint;
}

export type CellChangeView = Points & { readonly change: CellChangeShape };

function cellView({ parties, scope, snapshot }: Standpoint, party: number, then: CellThen): CellView {
  const stance = then.stanceRow === null ? null : new StanceView(snapshot, then.stanceRow, scope.asKnownAt);
  return new DerivedCellView(parties[party] as PartyRow, then.cell, stance, then.derivation); // a row of the comparison
}

/** The stances that a cell rests on. */
function stancesBehind({ scope, snapshot }: Standpoint, { stanceRow, derivation }: CellThen): StanceView[] {
  const stanceRows = stanceRow === null ? memberStanceRows(derivation()) : [stanceRow];
  return stanceRows.map((behind) => new StanceView(snapshot, behind, scope.asKnownAt));
}

/** The documents that show a cell as it is after and did not show it before; none where nothing is held after. */
export async function documentsOf(
  { before, after, change }: CellChangeView,
  context: Context,
): Promise<DocumentView[]> {
  const then = new Map(stancesBehind(before, change.before).map((stance) => [stance.stanceRow, stance]));
  const cited = await Promise.all(
    stancesBehind(after, change.after).map(async (stance) => {
      // A new stance has all its documents; the same stance only those that were added.
      const same = then.get(stance.stanceRow);
      const old = new Set(same ? (await citationsOf(same, context)).map(({ id }) => id) : []);
      return (await citationsOf(stance, context)).filter(({ id }) => !old.has(id));
    }),
  );
  const ids = new Set(cited.flat().map(({ documentId }) => documentId));
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
        'The documents that show the change: those cited by the stance at `to`; if the stance is the same, only newly cited ones. For a bloc whose position is derived, those of its members. Empty when no position is held at `to`.',
      resolve: (change, _args, context) => documentsOf(change, context),
    }),
  }),
});
