import type { ClientBase } from 'pg';
import { anyTables, type TableName, tableNames } from '../tables/ledger-rows.ts';
import { type AnyRow, ownerKey, rowKey } from '../tables/table.ts';
import { selectChangedSql } from '../tables/table-sql.ts';
import type { Entry, Proposed } from './proposal.ts';

/** A record that somebody else changed: where it is named in the input, which it is, and in which revision. */
export interface ConflictingChange {
  readonly at: string;
  /** Table and key: `stance CN | tw-part | 2001-07-16`. */
  readonly record: string;
  readonly revision: number;
}

interface ChangedRow {
  readonly row: AnyRow;
  readonly revisions: readonly number[];
}

/** What a proposal touches that was added, amended or retired after revision `base`, parts included, in the order of revisions. */
export async function changedSince(
  client: ClientBase,
  proposed: Proposed,
  propositions: readonly string[],
  base: number,
): Promise<ConflictingChange[]> {
  const found = new Map<string, ConflictingChange>();
  for (const name of tableNames.filter(isRecord)) {
    const places = mentionsIn(proposed, name);
    if (places.size === 0) continue;
    for (const part of tableNames.filter((other) => other === name || isPartOf(other, name))) {
      for (const { row, revisions } of await changedRows(client, part, propositions, base)) {
        const key = part === name ? rowKey(anyTables[name], row) : ownerKey(anyTables[part], row);
        const at = places.get(key);
        if (at === undefined) continue;
        for (const revision of revisions)
          found.set(`${name} ${key} ${revision}`, { at, record: `${name} ${key}`, revision });
      }
    }
  }
  return [...found.values()].toSorted((a, b) => a.revision - b.revision);
}

// A bloc goes on being what it is when a member joins: its memberships are said apart from it.
const isRecord = (name: TableName) => anyTables[name].owner === undefined || anyTables[name].owner.isApart === true;
const isPartOf = (part: TableName, owner: TableName) => !isRecord(part) && anyTables[part].owner?.table === owner;

/** The records of a table that a proposal touches, and where each is said. */
function mentionsIn({ proposal, retract }: Proposed, name: TableName): Map<string, string> {
  const said = (proposal[name] as unknown as readonly Entry<AnyRow>[]).map(
    ({ row, at }) => [rowKey(anyTables[name], row), at()] as const,
  );
  const gone = Array.from(retract[name], (key) => [key, 'input'] as const);
  return new Map([...gone, ...said]);
}

async function changedRows(client: ClientBase, name: TableName, propositions: readonly string[], base: number) {
  const large = name === 'stance' || name === 'citation';
  const sql = selectChangedSql(anyTables[name], large ? '"ref_proposition".key = ANY($2::text[])' : 'true');
  const { rows } = await client.query<ChangedRow>(sql, large ? [base, propositions] : [base]);
  return rows;
}
