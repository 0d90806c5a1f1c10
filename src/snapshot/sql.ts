/** Days since 1970-01-01, in SQL. */
export const daySql = (column: string): string => `(${column} - date '1970-01-01')`;

/** The index of an enum value in a list, in SQL. */
export const placeSql = (column: string, values: readonly string[]): string =>
  `CASE ${column} ${values.map((value, place) => `WHEN '${value}' THEN ${place}`).join(' ')} END`;
