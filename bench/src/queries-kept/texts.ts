import { randomNumbers } from '../side-by-side/question.ts';

const partyFields = ['key', 'name', 'kind', 'iso3', 'note', 'id', '__typename'];
const issueFields = ['id', 'key', 'name', '__typename'];
const cellFields = ['state', 'position', 'value', 'stance { heldFrom }', 'party { key name }'];

/** Texts of queries that have nothing in common but the schema, of the sizes that people write; the same in every run. */
export function ordinaryQueries(count: number, countries: readonly string[]): string[] {
  const random = randomNumbers(2);
  const one = (of: readonly string[]) => of[Math.floor(random() * of.length)] as string;
  const some = (of: readonly string[]) => of.filter(() => random() < 0.6).join(' ') || (of[0] as string);
  const kinds: ((n: number) => string)[] = [
    (n) => `query Party${n} { party(key: "${one(countries)}") { ${some(partyFields)} } }`,
    (n) =>
      `query Issue${n}($key: String! = "taiwan") { issue(key: $key) { ${some(issueFields)} } party(key: "${one(countries)}") { ${some(partyFields)} } }`,
    (n) =>
      `query Compared${n} { comparison(parties: ["${one(countries)}", "${one(countries)}-${n}"]) { agreement { value } } }`,
    (n) =>
      `query Rows${n} { comparison(parties: ${JSON.stringify(distinct(one, countries))}) { agreement { value sharedPropositions }
        rows(first: ${1 + (n % 10)}) { nodes { ...Row${n} } } } } fragment Row${n} on ComparisonRow { verdict side cells { ${some(cellFields)} } }`,
    (n) => `{ nothing${n} party(key: "${one(countries)}") { ${some(partyFields)} } }`,
    (n) => `{ party(key: "${n}") { ${some(partyFields)} `,
  ];
  return Array.from({ length: count }, (_, n) => (kinds[n % kinds.length] as (n: number) => string)(n));
}

function distinct(one: (of: readonly string[]) => string, countries: readonly string[]): string[] {
  const chosen = new Set<string>();
  while (chosen.size < 3) chosen.add(one(countries));
  return [...chosen];
}

/** Documents that do not fit the schema, of about so many bytes each. */
export const invalidDocuments = (count: number, bytes: number): string[] =>
  Array.from({ length: count }, (_, n) => {
    const fields = Array.from({ length: Math.floor(bytes / 14) }, (_, place) => `no_${n}_${place}`.padEnd(13, 'x'));
    return `{ ${fields.join(' ')} }`;
  });

/** Valid documents of about so many bytes each, with more fields than most. */
export const longQueries = (count: number, bytes: number, countries: readonly string[]): string[] =>
  Array.from({ length: count }, (_, n) => {
    const party = (place: number) =>
      `p${n}_${place}: party(key: "${countries[(n + place) % countries.length]}") { key name }`;
    const fields = Array.from({ length: Math.floor(bytes / 48) }, (_, place) => party(place));
    return `query Long${n} { ${fields.slice(0, 20).join(' ')} ${'#'.padEnd(Math.max(1, bytes - 48 * 20), '.')}\n}`;
  });
