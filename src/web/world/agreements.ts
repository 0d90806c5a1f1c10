import type { WorldOfPartyQuery } from '../generated/graphql.ts';
import { locale } from '../texts/intl.ts';
import type { World } from './shapes/world-shapes.ts';

/** What is known of one party's agreement with the chosen one. */
export interface Agreement {
  readonly key: string;
  readonly name: string;
  /** Null: not known. */
  readonly value: number | null;
  readonly shared: number;
}

/** The agreement of a party with all countries and blocs. */
export interface Agreements {
  /** Those with a value, the highest first. */
  readonly countries: readonly Agreement[];
  readonly blocs: readonly Agreement[];
  /** Countries without a value, by name. */
  readonly unknown: readonly Agreement[];
  /** All countries but the party itself, by key. */
  readonly byKey: ReadonlyMap<string, Agreement>;
}

/** Puts the answer together: who has a value and who has none. */
export function agreementsOf({ party, countries }: WorldOfPartyQuery): Agreements {
  const found = party?.countries.map(agreementOf) ?? [];
  const known = new Set(found.map(({ key }) => key));
  const unknown = countries.nodes
    .filter(({ key }) => !known.has(key) && key !== party?.key)
    .map(({ key, name }): Agreement => ({ key, name, value: null, shared: 0 }))
    .sort((a, b) => byName.compare(a.name, b.name));
  return {
    countries: found,
    blocs: party?.blocs.map(agreementOf) ?? [],
    unknown,
    byKey: new Map([...found, ...unknown].map((one) => [one.key, one])),
  };
}

type Pair = NonNullable<WorldOfPartyQuery['party']>['countries'][number];

const agreementOf = ({ other, value, shared }: Pair): Agreement => ({ ...other, value, shared });

const byName = new Intl.Collator(locale);

/** Those of some parties that have no shape and no dot on the map. */
export function unplaced<Party extends { readonly key: string }>(
  parties: readonly Party[],
  { shapes, dots }: World,
): readonly Party[] {
  const placed = new Set([...shapes, ...dots].map(({ key }) => key));
  return parties.filter(({ key }) => !placed.has(key));
}
