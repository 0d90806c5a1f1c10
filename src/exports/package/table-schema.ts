import type { Column, Table } from '../source/source.ts';

/** The Table Schema (v2) of a table. */
export const tableSchema = ({ columns, primaryKey, references }: Table) => ({
  $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
  fields: columns.map(field),
  missingValues: [''],
  ...(primaryKey.length > 0 && { primaryKey: [...primaryKey] }),
  ...(references.length > 0 && {
    foreignKeys: references.map(({ columns: fields, table, key }) => ({
      fields: [...fields],
      reference: { resource: table, fields: [...key] },
    })),
  }),
});

function field({ name, type, description, required, oneOf, pattern, minimum, maximum }: Column) {
  const constraints = {
    ...(required && { required }),
    ...(oneOf && { enum: [...oneOf] }),
    ...(pattern !== undefined && { pattern }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
  return {
    name,
    type,
    description,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
