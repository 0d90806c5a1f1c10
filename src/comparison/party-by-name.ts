import { countryNames } from '#ledger/names/country-names.ts';
import { meaningsOfParties, type Sense, sensesOf } from '#ledger/names/party-names.ts';
import type { Catalogue, Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { type Ranks, searchSnapshot } from '#snapshot/search/search-snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { canBeNamed, closeKeys, hintOf, shown, UnknownKeyError } from './unknown-key.ts';

const meaningsAmong = oncePer((parties: Catalogue<Party>) => meaningsOfParties(parties.list.filter(canBeNamed)));

/**
 * The party that a text names by its key, by another code or by a name, in any case and with or without accents (docs/names.md); null when it names
 * none.
 * @throws UnknownKeyError `UNKNOWN_PARTY` for a text that several parties, or a party and another country, are called by; with their keys
 */
function partyNamed(parties: Catalogue<Party>, text: string): Party | null {
  const row = parties.byKey.get(text);
  if (row !== undefined && canBeNamed(row)) return row;
  const { first } = sensesOf(meaningsAmong(parties), text);
  const found = first.flatMap(({ key }) => {
    const party = parties.byKey.get(key);
    return party !== undefined && canBeNamed(party) ? [party] : [];
  });
  if (found.length === 0) return null;
  if (first.length === 1) return found[0] ?? null;
  const message = `${shown(text)} can mean ${first.map(saidOf(parties)).join(' or ')}: write the key.`;
  throw new UnknownKeyError('UNKNOWN_PARTY', message, keysOf(found));
}

const keysOf = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key);

/** How a message names what is meant: `CN (China, by COW)`. */
const saidOf =
  ({ byKey }: Catalogue<Party>) =>
  ({ key, by }: Sense): string => {
    const name = byKey.get(key)?.name ?? countryNames().get(key)?.names[0];
    return `${key} (${[name ?? [], by === null ? [] : `by ${by}`].flat().join(', ')})`;
  };

/** The party that a text names, for a single look-up; null when it names none that stands. Throws as `partyNamed`. */
export function partyIfAny({ parties }: Pick<Snapshot, 'parties'>, text: string): Party | null {
  const party = partyNamed(parties, text);
  return party === null || party.retired ? null : party;
}

/** The party that a text names. Throws UnknownKeyError (UNKNOWN_PARTY) with close matches for one that names none or several. */
export function partyOf({ parties }: Snapshot, text: string): Party {
  const party = partyNamed(parties, text);
  if (party !== null) return party;
  const { first, later } = sensesOf(meaningsAmong(parties), text);
  if (first.length > 0) throw elsewhere(parties, text, first, later);
  const matches = closeKeys(parties, text, namesOf);
  const close = matches.map((key) => saidOf(parties)({ key, by: null }));
  const message = `There is no party with the key or name ${shown(text)}.${hintOf(close)}`;
  throw new UnknownKeyError('UNKNOWN_PARTY', message, matches);
}

/** More than any other that is found. */
const namedRank = 2;

/** The parties found by the words of their names and by codes, as `searchSnapshot` does; those that the text names as a whole are the first. */
export function searchParties(ledger: Snapshot, text: string, revision: number): Ranks {
  const ranks = new Map(searchSnapshot(ledger, 'parties', text, revision));
  for (const { key } of sensesOf(meaningsAmong(ledger.parties), text).first) {
    const party = ledger.parties.byKey.get(key);
    if (party?.retired === false) ranks.set(party.id, namedRank);
  }
  return ranks;
}

/** That a text names a country of which the ledger has no party. */
function elsewhere(parties: Catalogue<Party>, text: string, first: readonly Sense[], later: readonly Sense[]) {
  const others = later.filter(({ key }) => parties.byKey.get(key)?.retired === false);
  const hint = hintOf(others.map(saidOf(parties)));
  const message = `${shown(text)} is ${first.map(saidOf(parties)).join(' or ')}, which is not a party of this ledger.${hint}`;
  return new UnknownKeyError('UNKNOWN_PARTY', message, keysOf(others));
}

const namesOf = ({ key, name, aliases, iso3 }: Party) => [
  name,
  ...aliases,
  ...(iso3 === null ? [] : [iso3]),
  ...(countryNames().get(key)?.names ?? []),
  ...(countryNames().get(key)?.partNames ?? []),
];
