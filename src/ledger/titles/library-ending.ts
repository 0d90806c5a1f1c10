// What a word of the ending may look like: resolution, resoluton, decisions; adopted, adoped, adoptado.
const kind = /^\s*(?:re[a-z]*l[a-z]*t[a-z]*|dec[a-z]*s[a-z]*)\b/i;
const adopted = /\bado[a-z]{2,6}\b(?:\s+by\b|\s+at\b|\s*$)/i;

/** A title without the ending that the library puts behind it: ` : resolution / adopted by the General Assembly`, also misspelt. */
export function withoutLibraryEnding(title: string): string {
  const colon = title.lastIndexOf(':');
  if (colon > 0 && kind.test(title.slice(colon + 1)) && adopted.test(title.slice(colon + 1)))
    return title.slice(0, colon).trim();
  const slash = title.lastIndexOf('/');
  const last = title.slice(slash + 1);
  if (slash > 0 && /^\s*ado[a-z]{2,6}\s+by\b/i.test(last)) return title.slice(0, slash).trim();
  return title.trim();
}
