/**
 * What the address of a stored query says besides its variables: the version of the query, and how its table is written. Variables of these names
 * are refused; of a query that was stored before it was so, the variable counts.
 */
export const addressParameters = {
  version: 'version',
  byteOrderMark: 'bom',
  separator: 'separator',
  decimal: 'decimal',
} as const;
