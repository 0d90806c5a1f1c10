import type { Entry } from '../revise/proposal.ts';
import { tableNames, tables } from '../tables/ledger-rows.ts';
import { type AnyRow, rowKey, type Table } from '../tables/table.ts';
import type { Rule } from './rule.ts';

/** Nothing is said twice in one proposal, and no two parties have keys that differ by case alone. */
export const onceEach: Rule = function* (proposal, prospect) {
  for (const name of tableNames) {
    const table = tables[name] as unknown as Table<AnyRow>; // keys are made the same way for every row type
    const first = new Map<string, string>();
    for (const { row, at } of proposal[name] as unknown as readonly Entry<AnyRow>[]) {
      const key = rowKey(table, row);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, at());
      else yield { at: at(), found: `${name} ${key} again`, expected: `it once (first at ${earlier})` };
    }
  }
  const byLowerCase = Map.groupBy(prospect.party.keys(), (key) => key.toLowerCase());
  const places = new Map(proposal.party.map(({ row }, place) => [row.key, place]));
  for (const [place, { row, at }] of proposal.party.entries()) {
    const alike = byLowerCase.get(row.key.toLowerCase()) ?? [];
    // Of two that are proposed together, the later one is named.
    const other = alike.find((key) => key !== row.key && (places.get(key) ?? -1) < place);
    if (other !== undefined) {
      yield {
        at: at('key'),
        found: `party "${row.key}" beside "${other}"`,
        expected: 'keys that differ in more than case',
      };
    }
  }
};
