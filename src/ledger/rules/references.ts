import { countryNames } from '../names/country-names.ts';
import type { Entry, Problem } from '../revise/proposal.ts';
import { type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import type { AnyRow, CatalogueTable, Column } from '../tables/table.ts';
import { closeMatches, type Named } from './close-matches.ts';
import type { Prospect, Rule } from './rule.ts';

const a = {
  party: 'a party',
  issue: 'an issue',
  proposition: 'a proposition',
  document: 'a document',
  passage: 'a passage',
} as const;

/** The rows that can be named, with the words by which people call them. */
function named(prospect: Prospect, table: CatalogueTable): Named[] {
  if (table === 'party')
    return Array.from(prospect.party.values(), ({ key, name, aliases }) => ({
      key,
      names: [name, ...aliases, ...(countryNames().get(key)?.names ?? [])],
    }));
  return Array.from(prospect[table].keys(), (key) => ({ key, names: [] }));
}

/** `one of …` close matches, or what kind of key was expected. */
export function expectedKey(written: string, table: CatalogueTable, candidates: readonly Named[]): string {
  const matches = closeMatches(written, candidates);
  return matches.length > 0 ? `${a[table]} of the ledger, such as ${matches.join(', ')}` : `${a[table]} of the ledger`;
}

/** Every key that a row names is one of the ledger or of the proposal. */
export const references: Rule = function* (proposal, prospect) {
  for (const name of tableNames) {
    for (const [field, column] of Object.entries<Column>(tables[name].columns)) {
      if ('references' in column)
        yield* unknownKeys(name, field, column.references, proposal[name] as readonly Entry<never>[], prospect);
    }
  }
  for (const { row, at } of proposal.passageStance) {
    const key = `${row.party} | ${row.proposition} | ${row.heldFrom}`;
    if (!prospect.stance.has(key) && prospect.party.has(row.party) && prospect.proposition.has(row.proposition)) {
      yield {
        at: at('stance'),
        found: `no stance of ${row.party} on ${row.proposition} from ${row.heldFrom}`,
        expected: 'a stance of the ledger',
      };
    }
  }
};

function* unknownKeys(
  name: TableName,
  field: string,
  target: CatalogueTable,
  entries: readonly Entry<AnyRow>[],
  prospect: Prospect,
): Generator<Problem> {
  if (name === 'citation' && field !== 'document') return; // said of its stance
  for (const { row, at } of entries) {
    const key = row[field];
    if (typeof key !== 'string' || prospect[target].has(key)) continue;
    yield {
      at: at(field),
      found: `unknown ${target} "${key}"`,
      expected: expectedKey(key, target, named(prospect, target)),
    };
  }
}
