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
    return `query Invalid${n} { party(key: "CN") { ${fields.join(' ')} } }`;
  });

/** Valid queries of about 1.2 KB each, whose fragments make some thousand fields of them. */
export const longQueries = (count: number, countries: readonly string[]): string[] =>
  Array.from({ length: count }, (_, n) => {
    const party = (place: number) =>
      `p${n}_${place}: party(key: "${countries[(n + place) % countries.length]}") { ...A${n} }`;
    return `query Long${n} { ${Array.from({ length: 16 }, (__, place) => party(place)).join(' ')} }
      fragment A${n} on Party { id key name kind stances(first: 1) { totalCount nodes { ...B${n} previous { ...B${n} } next { ...B${n} } } } }
      fragment B${n} on Stance { id key position heldFrom basis confidence verb rationale party { ...C${n} } proposition { id key text note kind } }
      fragment C${n} on Party { id key name kind iso3 note }`;
  });
