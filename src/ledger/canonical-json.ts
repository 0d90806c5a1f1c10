/**
 * The JSON of a value that came as JSON, with the members of all objects in the order of their names: the same text for equal values. Undefined is left
 * out, as JSON.stringify does.
 * @throws RangeError when it is nested too deeply
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) {
    // Long lists of keys are what most variables are.
    return value.some(isObject) ? `[${value.map(canonicalJson).join(',')}]` : JSON.stringify(value);
  }
  const members = value as Readonly<Record<string, unknown>>; // an object that is no list
  const names = Object.keys(members).filter((name) => members[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(members[name])}`)
    .join(',')}}`;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
