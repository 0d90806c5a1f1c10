import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyProposal, type Problem, type Proposal } from '#ledger/write/proposal.ts';
import { IngestError } from '../ingest-error.ts';
import { addDocuments } from './documents.ts';
import { ledgerFile } from './format.ts';
import { formatProblems } from './format-problems.ts';
import { keysAt } from './keys-at.ts';
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
  const proposal = emptyProposal();
  const problems: Problem[] = [];
  const names = (await Promise.all(paths.map(filesAt))).flat();
  if (names.length === 0) throw new IngestError('NO_FILES', `There is no .yaml file in ${paths.join(', ')}.`);
  for (const name of new Set(names))
    problems.push(...addFile(proposal, await readSourceFile(name).catch(unreadable(name))));
  return { proposal, problems, files: names.length };
}

/** Adds what a file says to a proposal, or gives what is wrong with its form. */
export function addFile(proposal: Proposal, file: SourceFile): readonly Problem[] {
  if (file.content === undefined || file.content === null) return file.problems;
  const parsed = ledgerFile.safeParse(file.content);
  if (!parsed.success) return formatProblems(file, parsed.error.issues, (path) => keysAt(ledgerFile, path));
  for (const [index, verb] of parsed.data.verbGuide.entries()) {
    proposal.verbGuide.push({ row: verb, at: () => file.locate(['verbGuide', index]) });
  }
  addParties(proposal, file, parsed.data);
  addDocuments(proposal, file, parsed.data);
  addPropositions(proposal, file, parsed.data);
  return addPassages(proposal, file, parsed.data);
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
