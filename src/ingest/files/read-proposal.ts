import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Pool } from 'pg';
import { emptyProposal, type Problem, type Proposal } from '#ledger/write/proposal.ts';
import { addSheets } from '../csv/add-sheets.ts';
import { type SheetColumns, usualColumns } from '../csv/columns-file.ts';
import { IngestError } from '../ingest-error.ts';
import { ledgerFiles } from '../not-read.ts';
import { addDocuments } from './documents.ts';
import { ledgerFile } from './format.ts';
import { formatProblems } from './format-problems.ts';
import { keysAt } from './keys-at.ts';
import { otherFormat } from './other-format.ts';
import { addParties } from './parties.ts';
import { addPassages } from './passages.ts';
import { addPropositions } from './propositions.ts';
import { unreadable } from './read-file.ts';
import { placeIn, readSourceFile, type SourceFile } from './source-file.ts';

/** The proposal in files, and the problems in their format. */
export interface ReadProposal {
  readonly proposal: Proposal;
  readonly problems: readonly Problem[];
  /** How many files were read. */
  readonly files: number;
  /** The files of the folders that were not read, because their names do not end as those of ledger files do. */
  readonly left: readonly string[];
}

/**
 * Reads YAML and CSV files, and those in and below folders, into one proposal. The names in CSV files are those of the ledger and of the files.
 * @throws IngestError for a path that cannot be read
 */
export async function readProposal(
  pool: Pool,
  paths: readonly string[],
  columns: SheetColumns = usualColumns,
): Promise<ReadProposal> {
  const proposal = emptyProposal();
  const problems: Problem[] = [];
  const found = await Promise.all(paths.map(filesAt));
  const names = [...new Set(found.flatMap(({ taken }) => taken))];
  if (names.length === 0) throw new IngestError('NO_FILES', `There is no ${ledgerFiles} file in ${paths.join(', ')}.`);
  const sheets = names.filter((name) => sheetName.test(name));
  for (const name of names) if (!sheets.includes(name)) problems.push(...addFile(proposal, await readSourceFile(name)));
  if (sheets.length > 0) problems.push(...(await addSheets(pool, proposal, sheets, columns)));
  return { proposal, problems, files: names.length, left: found.flatMap(({ left }) => left) };
}

/** Adds what a file says to a proposal, or gives what is wrong with its form. */
export function addFile(proposal: Proposal, file: SourceFile): readonly Problem[] {
  const other = otherFormat(file.name);
  if (other !== null) return [other];
  if (file.content === undefined || file.content === null) return file.problems;
  const parsed = ledgerFile.safeParse(file.content);
  if (!parsed.success) return formatProblems(file, parsed.error.issues, (path) => keysAt(ledgerFile, path));
  for (const [index, row] of parsed.data.sources.entries()) {
    proposal.source.push({ row, at: placeIn(file, ['sources', index]) });
  }
  for (const [index, verb] of parsed.data.verbGuide.entries()) {
    proposal.verbGuide.push({ row: verb, at: () => file.locate(['verbGuide', index]) });
  }
  for (const [index, row] of parsed.data.deeds.entries()) {
    proposal.deed.push({ row, at: placeIn(file, ['deeds', index]) });
  }
  addParties(proposal, file, parsed.data);
  addDocuments(proposal, file, parsed.data);
  addPropositions(proposal, file, parsed.data);
  return addPassages(proposal, file, parsed.data);
}

const sheetName = /\.csv(\.gz)?$/i;
const ledgerFileName = /\.(ya?ml|csv|csv\.gz)$/i;
/** Files among the seed files that others read: the crosswalk of `import unga`, the errors of its source, and the names that queries and searches know. */
const ofOtherReaders = /(^|\/)(unga\/(crosswalk\.yml|disputed\.csv)|names\/(countries|synonyms)\.csv)$/;
/** What programs keep for themselves, as `.git`. */
const hidden = /(^|\/)\./;

interface FilesAt {
  readonly taken: readonly string[];
  readonly left: readonly string[];
}

async function filesAt(path: string): Promise<FilesAt> {
  const found = await stat(path).catch(unreadable(path));
  if (!found.isDirectory()) return { taken: [path], left: [] };
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(unreadable(path));
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => !hidden.test(name) && !ofOtherReaders.test(name))
    .sort();
  const { taken = [], left = [] } = Object.groupBy(names, (name) => (ledgerFileName.test(name) ? 'taken' : 'left'));
  const inPath = (name: string) => join(path, name);
  return { taken: taken.map(inPath), left: left.map(inPath) };
}
