import { alias, columnSql, namedIdSql } from '#ledger/tables/column-sql.ts';
import { anyTables } from '#ledger/tables/ledger-rows.ts';
import type { CatalogueTable } from '#ledger/tables/table.ts';
import { keySql } from '#ledger/tables/table-sql.ts';
import { changeTable, type RecordTable } from '../compare/record-table.ts';
import { catalogueNames } from '../stage/create-staging.ts';

/** SELECT of the `key` of rows `t` that stand. */
export function standingKeySql({ name, table }: RecordTable): string {
  const { key, joins } = keySql(anyTables[name]);
  return `SELECT ${key} AS key FROM ${table} t ${joins}`;
}

/** SELECT of the `key` of rows `t` that an import adds; what is new of what they name stands in the staged tables alone. */
export function addedKeySql(record: RecordTable): string {
  const table = anyTables[record.name];
  const joins = table.key.flatMap((field) => {
    const named = table.columns[field]?.references;
    return named === undefined
      ? []
      : [`JOIN ${withStaged(named)} ${alias(field)} ON ${namedIdSql(field)} = ${columnSql(table, field)}`];
  });
  return `SELECT ${keySql(table).key} AS key FROM ${changeTable(record)} t ${joins.join(' ')}`;
}

const withStaged = (named: CatalogueTable): string =>
  (catalogueNames as readonly string[]).includes(named)
    ? `(SELECT id, key FROM ${named} UNION SELECT id, key FROM staged_${named} WHERE action <> 'conflict')`
    : named;
