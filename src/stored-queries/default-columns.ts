import { isConnection, type Selected } from './selection.ts';
import type { ColumnPath } from './stored-query.ts';

/** Lists of rows in a connection, whose names say nothing. */
const rowLists = new Set(['nodes', 'edges', 'node']);
const pageInfo = 'PageInfo';

interface Placed {
  readonly path: readonly string[];
  readonly selected: Selected;
}

/**
 * The columns of a query that names none: the rows are those of its first connection or, without one, of its first list of objects, the outermost
 * first; every value of a row is a column, named by the names that lead to it. Without a list all values of the answer are one row.
 */
export function defaultColumns(selection: ReadonlyMap<string, Selected>): ColumnPath[] {
  const all = breadthFirst(selection);
  const ofConnection = all.find(({ path, selected }) => isRowList(selected) && isConnectionAt(all, path.slice(0, -1)));
  const rows = ofConnection ?? all.find(({ selected }) => isRowList(selected));
  if (rows === undefined) return leaves([], selection).map((path) => column(path, path));
  return leaves(rows.path, rows.selected.fields).map((path) => column(path, path.slice(rows.path.length)));
}

const isRowList = ({ lists, fields }: Selected) => lists === 1 && fields.size > 0;

const isConnectionAt = (all: readonly Placed[], path: readonly string[]) =>
  all.some((one) => one.path.join('.') === path.join('.') && isConnection(one.selected));

/** Everything selected that is not within a list, the outermost first. */
function breadthFirst(selection: ReadonlyMap<string, Selected>): Placed[] {
  let level: Placed[] = [...selection.values()].map((selected) => ({ path: [selected.name], selected }));
  const all: Placed[] = [];
  while (level.length > 0) {
    all.push(...level);
    level = level.flatMap(({ path, selected }) =>
      selected.lists > 0
        ? []
        : [...selected.fields.values()].map((one) => ({ path: [...path, one.name], selected: one })),
    );
  }
  return all;
}

function leaves(path: readonly string[], fields: ReadonlyMap<string, Selected>): (readonly string[])[] {
  return [...fields.values()].flatMap((one) => {
    const here = [...path, one.name];
    if (one.type.name === pageInfo) return [];
    return one.lists > 0 || one.fields.size === 0 ? [here] : leaves(here, one.fields);
  });
}

function column(path: readonly string[], named: readonly string[]): ColumnPath {
  const telling = named.filter((name) => !rowLists.has(name));
  return { name: (telling.length > 0 ? telling : named).map(snakeCase).join('_'), path: path.join('.') };
}

const snakeCase = (name: string) =>
  name
    .replace(/^_+/, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
