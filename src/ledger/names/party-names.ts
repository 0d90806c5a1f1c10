import type { PartyKind } from '#postgres/generated/enums.ts';
import { type CodeList, countryNames } from './country-names.ts';
import { nameForm } from './name-form.ts';

/** What a ledger calls a party. */
export interface PartyCalled {
  readonly key: string;
  readonly kind: PartyKind;
  readonly iso3: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A party that a text can mean: `by` is the list that gives it the code, null for a name or a key. */
export interface Sense {
  readonly key: string;
  readonly by: CodeList | null;
}

type Senses = Map<string, Sense[]>;

/**
 * What texts mean, by their forms (see `nameForm`): as keys and alpha-3 codes, as the names of countries and blocs, as anything else that these are
 * called, and as the names of persons and groups, of whom one may be called Georgia.
 */
export interface Meanings {
  readonly codes: Senses;
  readonly names: Senses;
  readonly others: Senses;
  readonly people: Senses;
}

/** In the order in which they are looked at: the first that knows a text decides. */
const kinds = ['codes', 'names', 'others', 'people'] as const;

const noMeanings = (): Meanings => ({
  codes: new Map(),
  names: new Map(),
  others: new Map(),
  people: new Map(),
});

function add(senses: Senses, text: string, key: string, by: CodeList | null = null): void {
  const form = nameForm(text);
  const known = senses.get(form);
  if (known === undefined) senses.set(form, [{ key, by }]);
  else if (!known.some((sense) => sense.key === key)) known.push({ key, by });
}

/** What texts mean by what a ledger says of its parties. */
export function meaningsOfParties(parties: Iterable<PartyCalled>): Meanings {
  const { codes, names, others, people } = noMeanings();
  for (const { key, kind, iso3, name, aliases } of parties) {
    const isOfPeople = kind === 'PERSON' || kind === 'GROUP';
    add(codes, key, key);
    if (iso3 !== null) add(codes, iso3, key);
    add(isOfPeople ? people : names, name, key);
    for (const alias of aliases) add(isOfPeople ? people : others, alias, key);
  }
  return { codes, names, others, people };
}

let made: Meanings | null = null;

/** What texts mean by the lists of countries, in any ledger. */
export function meaningsOfCountries(): Meanings {
  made ??= makeMeaningsOfCountries();
  return made;
}

function makeMeaningsOfCountries(): Meanings {
  const meanings = noMeanings();
  const { codes, others } = meanings;
  for (const country of countryNames().values()) {
    const { key, iso3 } = country;
    add(codes, key, key);
    if (iso3 !== null) add(codes, iso3, key);
    for (const name of country.names) add(others, name, key);
    for (const { code, list } of country.codes) {
      add(others, code, key, list);
      for (const title of titlesOf(code, list)) add(others, `${title} ${code}`, key);
    }
  }
  return meanings;
}

/** What is written before a code to say from which list it is, as in `COW 710`. */
function titlesOf(code: string, list: CodeList): readonly string[] {
  if (list === 'COW') return ['COW'];
  return /^\d+$/.test(code) ? ['ISO', 'ISO 3166', 'M49'] : ['ISO', 'ISO 3166'];
}

/** Longer texts are no names. */
const longest = 200;

/**
 * The parties that a text can mean in a ledger, and those that it would mean without these. Countries of which the ledger has no party are
 * among them: what a text means does not depend on which parties there are.
 */
export function sensesOf(
  ofParties: Meanings,
  text: string,
): { readonly first: readonly Sense[]; readonly later: readonly Sense[] } {
  const form = text.length > longest ? '' : nameForm(text);
  if (form === '') return { first: [], later: [] };
  const [first = [], ...later] = kinds
    .map((kind) => together(ofParties[kind].get(form) ?? [], meaningsOfCountries()[kind].get(form) ?? []))
    .filter((senses) => senses.length > 0);
  return { first, later: later.flat() };
}

const together = (ofParties: readonly Sense[], ofCountries: readonly Sense[]) => [
  ...ofParties,
  ...ofCountries.filter(({ key }) => !ofParties.some((sense) => sense.key === key)),
];
