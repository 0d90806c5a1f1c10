import { anyTables, type TableName, tableNames } from '../tables/ledger-rows.ts';
import { type AnyRow, rowKey } from '../tables/table.ts';
import type { Difference, Entry, LiveLedger, Problem, Proposal } from '../write/proposal.ts';
import { forms, memberships, onceEach, periods, references } from './rows.ts';
import type { RowsByKey, Rule } from './rule.ts';
import { citations, coSignatures, keyPhrases, passages, rollCalls } from './stances.ts';

/** A deed is of a claim: a roll call is a deed itself. */
const deeds: Rule = function* (proposal, after) {
  for (const { row, at } of proposal.deed) {
    if (after.proposition.get(row.proposition)?.kind !== 'ROLL_CALL') continue;
    yield { at: at('proposition'), found: `the roll call ${row.proposition}`, expected: 'a claim' };
  }
};

/** What the ledger would say: what stands, without what the difference retires, and with what is proposed. */
function rowsAfter(proposal: Proposal, live: LiveLedger, difference: Difference): RowsByKey {
  const after: Partial<Record<TableName, Map<string, unknown>>> = {};
  for (const name of tableNames) {
    const table = anyTables[name];
    const gone = new Set(difference[name]?.retire);
    const rows = new Map<string, unknown>();
    for (const { id, row, retired } of live.rows[name]) {
      if (!retired && !gone.has(id)) rows.set(rowKey(table, row as unknown as AnyRow), row);
    }
    for (const { row } of proposal[name] as readonly Entry<unknown>[]) rows.set(rowKey(table, row as AnyRow), row);
    after[name] = rows;
  }
  return after as unknown as RowsByKey; // filled table by table above
}

/** Rules about what is said. */
const rules: readonly Rule[] = [forms, onceEach, periods, memberships, rollCalls, keyPhrases];
/** Rules about what is missing. */
const rulesOfTheWhole: readonly Rule[] = [references, deeds, citations, coSignatures, passages];

/**
 * Every breach of every rule in a proposal. The same rules hold for files and for the API. Of a proposal that could be read in part alone, only
 * what is there is judged.
 */
export function breachesOf(proposal: Proposal, live: LiveLedger, difference: Difference, inPart: boolean): Problem[] {
  const after = rowsAfter(proposal, live, difference);
  const applied = inPart ? rules : [...rules, ...rulesOfTheWhole];
  return applied.flatMap((rule) => [...rule(proposal, after)]);
}
