import { stanceRowOfId } from '#snapshot/stance-row-of-id.ts';
import { connectionOf, type PageArguments } from '../connection.ts';
import type { Context } from '../context.ts';
import { StanceView } from './stance-view.ts';

/** One page of stances, given by row index, as known at a revision. */
export function stancePage(stanceRows: Int32Array, revision: number, args: PageArguments, context: Context) {
  const { snapshot, pageSizes } = context;
  const { id } = snapshot.stances;
  const { edges, ...page } = connectionOf<number>(
    stanceRows,
    args,
    pageSizes,
    (stanceRow) => `stance ${id[stanceRow]}`,
    (key) => {
      const found = /^stance \d+$/.test(key) ? stanceRowOfId(snapshot, Number(key.slice('stance '.length))) : null;
      return found === null ? -1 : stanceRows.indexOf(found);
    },
  );
  return {
    ...page,
    edges: edges.map(({ cursor, node: stanceRow }) => ({
      cursor,
      node: new StanceView(snapshot, stanceRow, revision),
    })),
  };
}
