import { placeOfStance } from '#comparison/stance-of-key.ts';
import { connectionOf, type PageArguments } from '../connection.ts';
import type { Context } from '../context.ts';
import { StanceView } from './stance-view.ts';

/** One page of stances, given by row index, as known at a revision. */
export function stancePage(places: Int32Array, revision: number, args: PageArguments, context: Context) {
  const { snapshot, pageSizes } = context;
  const { id } = snapshot.stances;
  const { edges, ...page } = connectionOf<number>(
    places,
    args,
    pageSizes,
    (place) => `stance ${id[place]}`,
    (key) => {
      const found = /^stance \d+$/.test(key) ? placeOfStance(snapshot, Number(key.slice('stance '.length))) : null;
      return found === null ? -1 : places.indexOf(found);
    },
  );
  return {
    ...page,
    edges: edges.map(({ cursor, node: place }) => ({ cursor, node: new StanceView(snapshot, place, revision) })),
  };
}
