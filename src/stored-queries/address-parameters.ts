/**
 * What the address of a stored query says besides its variables: the version of the query, the revision of the ledger that it is answered as of, and
 * how its table is written. Variables of these names are refused; of a query that was stored before it was so, the variable counts.
 */
export const addressParameters = {
  version: 'version',
  revision: 'asOfRevision',
  byteOrderMark: 'bom',
  separator: 'separator',
  decimal: 'decimal',
} as const;
