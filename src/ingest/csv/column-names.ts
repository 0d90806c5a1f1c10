import { anyTables, type TableName } from '#ledger/tables/ledger-rows.ts';
import { absenceNames, rollCallNames, stanceNames } from '../files/format.ts';

/** The name of a column as names are compared: `Key phrase`, `key_phrase` and `keyPhrase` have one form. */
export const columnForm = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, '');

/** Fields by the forms of the names that a column may have for them. */
export type FieldNames = ReadonlyMap<string, string>;

/** Names that YAML files have for fields, by table. */
const inFiles: { readonly [Name in TableName]?: Readonly<Record<string, string>> } = {
  stance: stanceNames,
  absence: absenceNames,
  proposition: rollCallNames,
};

/** The names of a table's fields: as the table, the YAML files and the exports have them. */
export function fieldNames(table: TableName): FieldNames {
  const names = new Map<string, string>();
  for (const [field, { column, exportedAs }] of Object.entries(anyTables[table].columns)) {
    const written = [field, inFiles[table]?.[field], column.replace(/_id$/, '_key'), exportedAs];
    for (const name of written) if (name !== undefined) names.set(columnForm(name), field);
  }
  return names;
}

/** The names of the fields of stances and their citations, of which none is called as another. */
export const stanceFields: FieldNames = new Map([...fieldNames('citation'), ...fieldNames('stance')]);

/** How a message calls a field that a sheet has no column for. */
export const usualName = (field: string): string =>
  ({ ...stanceNames, citations: 'document' })[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
