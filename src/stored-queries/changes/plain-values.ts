import type { TableForm } from '../table-form.ts';

/** Values that a feed tells of an answer besides its rows; what is beyond is left out. */
const mostValues = 2_000;

/** The revision that an answer is of, which every revision changes, and what pages are asked for with. */
const ofEveryRevision: ReadonlySet<string> = new Set(['revision', 'pageInfo', '__typename']);

/** What an answer says outside the lists of its rows: the JSON of each value by its path, `comparison.agreement.value`, `issues.0.key`. */
export function plainValues(data: unknown, { lists }: Pick<TableForm, 'lists'>): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const ofRows = new Set(lists.map((list) => list.join('.')));
  const walk = (value: unknown, path: string): void => {
    if (values.size >= mostValues || ofRows.has(path)) return;
    if (typeof value !== 'object' || value === null) {
      values.set(path, JSON.stringify(value ?? null));
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      if (!Array.isArray(value) && ofEveryRevision.has(name)) continue;
      walk(inner, path === '' ? name : `${path}.${name}`);
    }
  };
  walk(data, '');
  return values;
}
