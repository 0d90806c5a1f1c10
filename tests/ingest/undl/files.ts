import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportUndlOptions, importUndl, type UndlOutcome } from '#ingest/roll-calls/undl/import-undl.ts';
import { problemLine } from '#ledger/write/proposal.ts';
import type { Database } from '#postgres/open-database.ts';

/** The columns of a General Assembly file in their order. */
export const assembly = [
  ...[
    'undl_id',
    'ms_code',
    'ms_name',
    'ms_vote',
    'date',
    'session',
    'resolution',
    'draft',
    'committee_report',
    'meeting',
    'title',
  ],
  ...[
    'agenda_title',
    'subjects',
    'vote_note',
    'total_yes',
    'total_no',
    'total_abstentions',
    'total_non_voting',
    'total_ms',
    'undl_link',
  ],
];

/** Those of a Security Council file. */
export const council = [
  ...[
    'undl_id',
    'ms_code',
    'ms_name',
    'permanent_member',
    'ms_vote',
    'date',
    'resolution',
    'draft',
    'meeting',
    'description',
    'agenda',
  ],
  ...[
    'subjects',
    'vote_note',
    'total_yes',
    'total_no',
    'total_abstentions',
    'total_non_voting',
    'total_ms',
    'modality',
    'undl_link',
  ],
];

type Fields = Readonly<Record<string, string | number>>;

/** A roll call as a file describes it, and the votes in it, such as `{ USA: 'Y' }`. */
export interface MadeRollCall extends Fields {
  readonly undl_id: number;
}

/** The rows of a roll call. */
export const rowsOf = (fields: MadeRollCall, votes: Readonly<Record<string, string>>): Fields[] =>
  Object.entries(votes).map(([ms_code, ms_vote]) => ({ ms_code, ms_name: `STATE ${ms_code}`, ms_vote, ...fields }));

const quoted = (value: string | number) =>
  /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : value;

/** A file with a header and rows. */
export const csv = (columns: readonly string[], rows: readonly Fields[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => quoted(row[column] ?? '')))]
    .map((line) => `${line.join(',')}\n`)
    .join('');

const by = { author: 'tester', message: 'a test' };

/** Imports files, by name. */
export async function importFiles(
  database: Database,
  files: Readonly<Record<string, string | Buffer>>,
  options: ImportUndlOptions = {},
): Promise<UndlOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-undl-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const paths = Object.keys(files).map((name) => join(folder, name));
    return await importUndl(database, paths, by, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Imports one General Assembly file. */
export const importRows = (database: Database, rows: readonly Fields[], options: ImportUndlOptions = {}) =>
  importFiles(database, { 'ga.csv': csv(assembly, rows) }, options);

/** The lines that tell why files are refused, with names in place of paths; [] when they are not. */
export async function refusalOf(
  database: Database,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<string[]> {
  const outcome = await importFiles(database, files);
  const problems = outcome.status === 'REFUSED' ? outcome.problems : [];
  return problems.map((problem) => problemLine(problem).replace(/^\S*\/(?=[^/]*:\d)/, ''));
}

/** Roll calls that a source recorded: their votes as `party position`, sorted. */
export async function votesOf({ pool }: Database, key: string): Promise<string[]> {
  const { rows } = await pool.query<{ vote: string }>(
    `SELECT party.key || ' ' || position AS vote FROM stance JOIN party ON party.id = party_id JOIN proposition p ON p.id = proposition_id
     WHERE p.key = $1 AND stance.retired_in IS NULL
     UNION ALL SELECT party.key || ' ABSENT' FROM absence JOIN party ON party.id = party_id JOIN proposition p ON p.id = proposition_id
     WHERE p.key = $1 AND absence.retired_in IS NULL ORDER BY 1`,
    [key],
  );
  return rows.map(({ vote }) => vote);
}
