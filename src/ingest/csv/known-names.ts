import { countryNames } from '#ledger/names/country-names.ts';
import { meaningsOfParties, type Sense, sensesOf } from '#ledger/names/party-names.ts';
import type { Named } from '#ledger/rules/close-matches.ts';
import { expectedKey } from '#ledger/rules/rows.ts';
import type { CatalogueTable } from '#ledger/tables/table.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import type { KnownProposition, KnownRows } from './known-rows.ts';

/** Looks up what cells name, at a place. What is not found is null, and one problem for each text. */
export interface KnownNames {
  /** The key of the party that is called so (docs/names.md); null when none is, or several are. */
  party(text: string, at: () => string): string | null;
  proposition(key: string, at: () => string): KnownProposition | null;
  document(key: string, at: () => string): string | null;
  problems(): readonly Problem[];
}

/** What a text names, or why it names nothing. */
type Looked<Row> = { readonly row: Row } | { readonly wrong: Omit<Problem, 'at'> };

/** A text that names nothing, where it was found first, and how often. */
interface Wrong {
  readonly problem: Problem;
  times: number;
}

/** Wrong texts for which close keys are looked for, of which there can be thousands. */
const mostGuessed = 100;

/** `called` says of what parties are called in the files how they are called here. */
export function knownNames(
  { parties, propositions, documents }: KnownRows,
  called: ReadonlyMap<string, string>,
): KnownNames {
  const meanings = meaningsOfParties(parties.values());
  const wrong: Wrong[] = [];
  const unknown = (text: string, table: CatalogueTable, candidates: () => Named[]) => ({
    wrong: {
      found: `unknown ${table} ${JSON.stringify(text)}`,
      expected: expectedKey(text, table, wrong.length < mostGuessed ? candidates() : []),
    },
  });
  const lookUpParty = (written: string): Looked<string> => {
    const text = called.get(written) ?? written;
    if (parties.has(text)) return { row: text };
    const { first } = sensesOf(meanings, text);
    const [only, ...others] = first;
    if (only === undefined)
      return unknown(text, 'party', () =>
        Array.from(parties.values(), ({ key, name, aliases }) => ({ key, names: [name, ...aliases] })),
      );
    if (others.length === 0 && parties.has(only.key)) return { row: only.key };
    const expected = others.length === 0 ? 'a party of the ledger or of these files' : 'the key of one';
    return { wrong: { found: `${JSON.stringify(text)}, which is ${first.map(shownSense).join(' or ')}`, expected } };
  };
  return {
    party: remembering(lookUpParty, wrong),
    proposition: remembering((key) => {
      const row = propositions.get(key);
      return row === undefined ? unknown(key, 'proposition', () => named(propositions.keys())) : { row };
    }, wrong),
    document: remembering(
      (key) => (documents.has(key) ? { row: key } : unknown(key, 'document', () => named(documents))),
      wrong,
    ),
    problems: () =>
      wrong.map(({ problem, times }) =>
        times === 1 ? problem : { ...problem, found: `${problem.found} (${times} times)` },
      ),
  };
}

const named = (keys: Iterable<string>) => Array.from(keys, (key): Named => ({ key, names: [] }));

function remembering<Row>(lookUp: (text: string) => Looked<Row>, wrong: Wrong[]) {
  const known = new Map<string, { readonly row: Row } | Wrong>();
  return (text: string, at: () => string): Row | null => {
    let one = known.get(text);
    if (one === undefined) {
      const looked = lookUp(text);
      one = 'row' in looked ? looked : { problem: { at: at(), ...looked.wrong }, times: 0 };
      known.set(text, one);
      if ('problem' in one) wrong.push(one);
    }
    if ('row' in one) return one.row;
    one.times += 1;
    return null;
  };
}

function shownSense({ key, by }: Sense): string {
  const said = [countryNames().get(key)?.names[0] ?? [], by === null ? [] : `by ${by}`].flat();
  return said.length === 0 ? key : `${key} (${said.join(', ')})`;
}
