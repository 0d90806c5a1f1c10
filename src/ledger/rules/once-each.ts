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
  const byLowerCase = new Map(Array.from(prospect.party.keys(), (key) => [key.toLowerCase(), key]));
  for (const { row, at } of proposal.party) {
    const other = byLowerCase.get(row.key.toLowerCase());
    if (other !== undefined && other !== row.key) {
      yield {
        at: at('key'),
        found: `party "${row.key}" beside "${other}"`,
        expected: 'keys that differ by more than case',
      };
    }
  }
};
