/**
 * The JSON of a value that came as JSON, with the members of all objects in the order of their names: the same text for equal values. Undefined is left
 * out, as JSON.stringify does.
 * @throws RangeError when it is nested too deeply
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>; // an object that is no list
  const names = Object.keys(members).filter((name) => members[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(members[name])}`)
    .join(',')}}`;
}
