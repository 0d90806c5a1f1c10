import type { Pool } from 'pg';
import { type About, columnsOf, rowsAreAbout } from './rows-are-about.ts';

/** A revision and the kinds of change that it consists of, such as `stance ADDED`. */
export interface RevisionParts {
  readonly number: number;
  readonly parts: readonly string[];
}

/** Which changes count: those about one of the keys of each list; null fits everything. */
export interface TouchedFilter {
  readonly parties: readonly string[] | null;
  readonly issues: readonly string[] | null;
  readonly propositions: readonly string[] | null;
}

/** What of the ledger the changes of a revision are about. Keys in order, at most `mostKeys` of each. */
export interface Touched {
  readonly revision: number;
  readonly parties: readonly string[];
  readonly issues: readonly string[];
  readonly propositions: readonly string[];
  /** How many there are of each, also of those that are left out. */
  readonly partyCount: number;
  readonly issueCount: number;
  readonly propositionCount: number;
}

/** Keys of one kind in a message. */
export const mostKeys = 100;

/** Tables whose rows may be amended, or be retired and come back: then their amendments say when. */
const amendable: ReadonlySet<string> = new Set(['party', 'issue', 'proposition']);
const changes = ['ADDED', 'AMENDED', 'RETIRED'];

/** What each of some revisions touched that fits; revisions of which nothing fits are left out. `revisions` follow each other. */
export async function readTouched(
  pool: Pool,
  revisions: readonly RevisionParts[],
  { parties, issues, propositions }: TouchedFilter,
): Promise<readonly Touched[]> {
  const selects = selectsOf(revisions);
  if (selects.length === 0) return [];
  const numbers = revisions.map(({ number }) => number);
  const { rows } = await pool.query<Touched>(touchedSql(selects), [
    Math.min(...numbers),
    Math.max(...numbers),
    parties,
    propositions,
    issues,
    mostKeys,
  ]);
  return rows;
}

/** Only what the revisions are known to consist of is looked for: not every table has an index by which it is found. */
function selectsOf(revisions: readonly RevisionParts[]): string[] {
  const parts = new Set(revisions.flatMap((revision) => revision.parts));
  const isPart = (table: string, how: string) => parts.has(`${table} ${how}`);
  const selects = Object.entries(rowsAreAbout).flatMap(([table, kinds]) =>
    kinds.flatMap((about: About) => {
      const { from = '' } = about;
      const columns = columnsOf(about);
      const by = (column: string) =>
        `SELECT row.${column} AS revision, ${columns} FROM ${table} AS row ${from} WHERE row.${column} BETWEEN $1 AND $2`;
      const amended = `SELECT amendment.revision, ${columns} FROM amendment JOIN ${table} AS row ON row.id = amendment.record_id ${from}
        WHERE amendment.record = '${table}' AND amendment.revision BETWEEN $1 AND $2`;
      return [
        ...(isPart(table, 'ADDED') ? [by('added_in')] : []),
        ...(isPart(table, 'RETIRED') ? [by('retired_in')] : []),
        ...(amendable.has(table) && changes.some((how) => isPart(table, how)) ? [amended] : []),
      ];
    }),
  );
  return [...new Set(selects)];
}

// A row that names a proposition is about its issues too, as they stood at the revision or just before it.
const touchedSql = (selects: readonly string[]) => `
  WITH touched AS (
    SELECT DISTINCT change.revision, change.party_id, change.proposition_id, coalesce(change.issue_id, link.issue_id) AS issue_id
    FROM (${selects.join('\n    UNION ALL ')}) AS change
    LEFT JOIN proposition_issue AS link ON link.proposition_id = change.proposition_id
      AND link.added_in <= change.revision AND (link.retired_in IS NULL OR link.retired_in >= change.revision)
  ), fitting AS (
    SELECT touched.revision, party.key AS party, proposition.key AS proposition, issue.key AS issue
    FROM touched
    LEFT JOIN party ON party.id = touched.party_id
    LEFT JOIN proposition ON proposition.id = touched.proposition_id
    LEFT JOIN issue ON issue.id = touched.issue_id
    WHERE ($3::text[] IS NULL OR party.key = ANY($3))
      AND ($4::text[] IS NULL OR proposition.key = ANY($4))
      AND ($5::text[] IS NULL OR issue.key = ANY($5))
  )
  SELECT revision,
    ${['party', 'issue', 'proposition'].map((kind) => `count(DISTINCT ${kind})::int AS "${kind}Count"`).join(', ')},
    ${[
      ['party', 'parties'],
      ['issue', 'issues'],
      ['proposition', 'propositions'],
    ]
      .map(
        ([kind, plural]) =>
          `coalesce((array_agg(DISTINCT ${kind} ORDER BY ${kind}) FILTER (WHERE ${kind} IS NOT NULL))[1:$6], '{}') AS ${plural}`,
      )
      .join(', ')}
  FROM fitting GROUP BY revision ORDER BY revision`;
