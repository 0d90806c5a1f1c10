// What a migration may do while servers of the version before run: they neither name what is new nor miss what they know.

const dollarQuoted = /\$(\w*)\$.*?\$\1\$/gs;
const quoted = /'(?:[^']|'')*'/g;
const comments = /--[^\n]*|\/\*.*?\*\//gs;

/** The statements of a migration with function bodies and texts left out, each on one line. */
const statementsOf = (sql: string): string[] =>
  sql
    .replace(dollarQuoted, '$$$$')
    .replace(quoted, "''")
    .replace(comments, ' ')
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '');

const named = (statement: string, form: RegExp): string[] =>
  [...statement.matchAll(form)].map(([, name = '']) => name.replaceAll('"', ''));

/**
 * The statements of a migration after which servers of the version before could fail, on one line each: everything but new tables, types, functions and
 * indexes, and new columns that may be left out. What cannot be judged, such as DO, counts as such.
 */
export function breakingStatements(sql: string): string[] {
  const statements = statementsOf(sql);
  const tables = new Set(
    statements.flatMap((statement) => named(statement, /^CREATE TABLE (?:IF NOT EXISTS )?("?\w+"?)/gi)),
  );
  const columns = new Set(
    statements.flatMap((statement) => named(statement, /ADD COLUMN (?:IF NOT EXISTS )?("?\w+"?)/gi)),
  );
  const isOfNewTable = (statement: string, form: RegExp) => named(statement, form).some((table) => tables.has(table));
  return statements.filter((statement) => {
    if (/^CREATE (TABLE|TYPE|FUNCTION|VIEW|SEQUENCE|INDEX) |^COMMENT ON /i.test(statement)) return false;
    // What revisions digest leaves out columns that are null.
    if (/^CREATE OR REPLACE FUNCTION canonical_\w+\(/i.test(statement)) return false;
    if (/^CREATE (UNIQUE INDEX|TRIGGER) /i.test(statement)) return !isOfNewTable(statement, / ON ("?\w+"?)/gi);
    if (/^INSERT INTO /i.test(statement)) return !isOfNewTable(statement, /^INSERT INTO ("?\w+"?)/gi);
    if (!/^ALTER TABLE /i.test(statement)) return true;
    if (isOfNewTable(statement, /^ALTER TABLE (?:ONLY )?("?\w+"?)/gi)) return false;
    return !changesOf(statement).every((change) => addsWhatMayBeLeftOut(change, columns));
  });
}

/** The changes of an ALTER TABLE: at the commas outside of parentheses. */
function changesOf(statement: string): string[] {
  const changes = statement.replace(/^ALTER TABLE (?:ONLY )?\S+ /i, '');
  return changes.split(/,(?![^(]*\))/).map((change) => change.trim());
}

function addsWhatMayBeLeftOut(change: string, newColumns: ReadonlySet<string>): boolean {
  if (/^ADD COLUMN /i.test(change)) return !/ NOT NULL/i.test(change) || / DEFAULT /i.test(change);
  const [keys = ''] = named(change, /^ADD CONSTRAINT \S+ FOREIGN KEY \(([^)]*)\)/gi);
  return keys.split(',').every((key) => newColumns.has(key.trim()));
}
