import type { Column } from '#exports/source/source.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import { columnTypeOf, valuesOf } from './column-type.ts';
import { defaultColumns } from './default-columns.ts';
import { findPath, type PathFound } from './find-path.ts';
import type { Selected } from './selection.ts';
import type { ColumnPath } from './stored-query.ts';

/** A column of a table, and where its values stand in an answer. */
export interface TableColumn extends Column {
  /** Names from the top of the answer. */
  readonly path: readonly string[];
  /** How many of the lists of rows its path goes through. */
  readonly level: number;
}

/** How an answer becomes a table. */
export interface TableForm {
  /** At least one. */
  readonly columns: readonly TableColumn[];
  /** The lists whose elements make the rows, each within an element of the one before; paths from the top. None: one row. */
  readonly lists: readonly (readonly string[])[];
  /** What the values come from, the paths to them included. */
  readonly used: ReadonlySet<Selected>;
}

/**
 * The table form of a query, by its columns or, without any, by the rules of flattening; or what keeps it from having one. `at` begins the
 * places of problems.
 */
export function tableFormOf(
  selection: ReadonlyMap<string, Selected>,
  columns: readonly ColumnPath[] | null,
): { readonly form: TableForm; readonly problems: readonly [] } | { readonly problems: readonly Problem[] } {
  const given = columns ?? defaultColumns(selection);
  const problems: Problem[] = [];
  const found: { readonly column: ColumnPath; readonly path: PathFound }[] = [];
  for (const [place, column] of given.entries()) {
    const path = findPath(selection, column.path);
    if ('expected' in path)
      problems.push({ at: `columns[${place}].path`, found: JSON.stringify(column.path), ...path });
    else found.push({ column, path });
  }
  if (given.length === 0) problems.push({ at: 'document', found: 'no scalar field', expected: 'at least one' });
  for (const name of repeated(given.map((column) => column.name))) {
    const hint = columns === null ? '; list the columns explicitly' : '';
    problems.push({ at: 'columns', found: `two columns with the name ${name}`, expected: `each name once${hint}` });
  }
  const deepest = found.reduce<PathFound | null>(
    (most, { path }) => (path.lists.length > (most?.lists.length ?? -1) ? path : most),
    null,
  );
  const lists = deepest?.lists ?? [];
  for (const { column, path } of found) {
    const beside = path.lists.find((list, level) => list.join('.') !== lists[level]?.join('.'));
    if (beside === undefined) continue;
    const expected = `columns whose lists are nested within each other; other columns use ${lists.at(-1)?.join('.')}`;
    problems.push({ at: `columns.${column.name}`, found: `a column of the list ${beside.join('.')}`, expected });
  }
  if (problems.length > 0) return { problems };
  const used = new Set(found.flatMap(({ path }) => path.used));
  return { form: { columns: found.map(tableColumn), lists, used }, problems: [] };
}

const tableColumn = ({ column, path }: { readonly column: ColumnPath; readonly path: PathFound }): TableColumn => ({
  name: column.name,
  type: path.isArray ? 'array' : columnTypeOf(path.leaf.type),
  description: path.leaf.description,
  required: path.required,
  ...(!path.isArray && valuesOf(path.leaf.type)),
  path: column.path.split('.'),
  level: path.lists.length,
});

const repeated = (names: readonly string[]) => new Set(names.filter((name, place) => names.indexOf(name) !== place));
