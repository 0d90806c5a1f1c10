/** The columns of each kind of file. Their order in a file is free; one more or one less is refused. */
export const columns = {
  roll_calls: ['rcid', 'session', 'date', 'unres', 'short', 'descr', 'amend', 'para', 'importantvote'],
  issues: ['rcid', 'short_name', 'issue'],
  votes: ['rcid', 'country', 'country_code', 'vote'],
  absences: ['rcid', 'country', 'country_code', 'status'],
} as const;

export type FileKind = keyof typeof columns;

/** The fields of a record by column. */
export type Fields<Kind extends FileKind> = Readonly<Record<(typeof columns)[Kind][number], string>>;
