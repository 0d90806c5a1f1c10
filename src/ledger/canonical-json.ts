/**
 * The JSON of a value that came as JSON, with the members of all objects in the order of their names: the same text for equal values. Undefined is left
 * out, as JSON.stringify does.
 * @throws RangeError when it is nested too deeply
 */
export function canonicalJson(value: unknown): string {
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  let text = '';
  // By loops: every GET that a cache may keep has its variables written so.
  if (Array.isArray(value)) {
    // Long lists of keys are what most variables are.
    if (!value.some(isObject)) return JSON.stringify(value);
    for (const element of value) text += `${text && ','}${canonicalJson(element)}`;
    return `[${text}]`;
  }
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) text += `${text && ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
