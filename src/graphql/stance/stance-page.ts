import { connectionOf } from '../connection/connection-of.ts';
import type { PageArguments } from '../connection/page.ts';
import type { Context } from '../context.ts';
import { StanceView } from './stance-view.ts';

/** One page of stances, which are places in the columns, as known at a revision. */
export function stancePage(places: Int32Array, revision: number, args: PageArguments, { snapshot }: Context) {
  const { id } = snapshot.stances;
  const { edges, ...page } = connectionOf<number>(
    places,
    args,
    (place) => `stance ${id[place]}`,
    (key) => {
      const wanted = /^stance \d+$/.test(key) ? Number(key.slice('stance '.length)) : 0;
      return (place) => id[place] === wanted;
    },
  );
  return {
    ...page,
    edges: edges.map(({ cursor, node: place }) => ({ cursor, node: new StanceView(snapshot, place, revision) })),
  };
}
