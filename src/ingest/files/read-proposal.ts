import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Draft, emptyDraft, type Problem, type Proposal } from '#ledger/revise/proposal.ts';
import { IngestError } from '../ingest-error.ts';
import { addDocuments } from './documents.ts';
import { ledgerFile } from './format.ts';
import { formatProblems } from './format-problems.ts';
import { keysAt } from './keys-at.ts';
import { otherFormat } from './other-format.ts';
import { addParties } from './parties.ts';
import { addPassages } from './passages.ts';
import { addPropositions } from './propositions.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';

/** What files propose, and what is wrong with their form. */
export interface ReadProposal {
  readonly proposal: Proposal;
  readonly problems: readonly Problem[];
  /** How many files were read. */
  readonly files: number;
}

/** Reads YAML files, and the .yaml files in and below folders, into one proposal. Throws an IngestError for a path that cannot be read. */
export async function readProposal(paths: readonly string[]): Promise<ReadProposal> {
  const draft = emptyDraft();
  const problems: Problem[] = [];
  const names = (await Promise.all(paths.map(filesAt))).flat();
  if (names.length === 0) throw new IngestError('NO_FILES', `There is no .yaml file in ${paths.join(', ')}.`);
  for (const name of new Set(names))
    problems.push(...addFile(draft, await readSourceFile(name).catch(unreadable(name))));
  return { proposal: draft, problems, files: names.length };
}

/** Adds what a file says to a draft, or gives what is wrong with its form. */
export function addFile(draft: Draft, file: SourceFile): readonly Problem[] {
  const other = otherFormat(file.name);
  if (other !== null) return [other];
  if (file.content === undefined || file.content === null) return file.problems;
  const parsed = ledgerFile.safeParse(file.content);
  if (!parsed.success) return formatProblems(file, parsed.error.issues, (path) => keysAt(ledgerFile, path));
  for (const [index, verb] of parsed.data.verbGuide.entries()) {
    draft.verbGuide.push({ row: verb, at: () => file.locate(['verbGuide', index]) });
  }
  addParties(draft, file, parsed.data);
  addDocuments(draft, file, parsed.data);
  addPropositions(draft, file, parsed.data);
  return addPassages(draft, file, parsed.data);
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(unreadable(path));
  if (!found.isDirectory()) return [path];
  const names = await Array.fromAsync(glob('**/*.yaml', { cwd: path }));
  return names.sort().map((name) => join(path, name));
}

const unreadable =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    const why = error.code === 'ENOENT' ? 'the file or folder does not exist' : error.message;
    throw new IngestError('UNREADABLE', `${path} cannot be read: ${why}.`, { cause: error });
  };
