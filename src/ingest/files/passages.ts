import { parseStanceKey } from '#ledger/stance-key.ts';
import type { Problem, Proposal } from '#ledger/write/proposal.ts';
import type { LedgerFile } from './format.ts';
import { placeIn, type SourceFile } from './source-file.ts';

/** Adds passages with their parties and the stances that they show. */
export function addPassages(proposal: Proposal, file: SourceFile, { passages }: LedgerFile): Problem[] {
  const problems: Problem[] = [];
  for (const [index, entry] of passages.entries()) {
    const path = ['passages', index];
    const { parties, stances, ...passage } = entry;
    proposal.passage.push({ row: passage, at: placeIn(file, path) });
    for (const [place, party] of parties.entries()) {
      const row = { passage: entry.key, party };
      proposal.passageParty.push({ row, at: () => file.locate([...path, 'parties', place]) });
    }
    for (const [place, key] of stances.entries()) {
      const at = () => file.locate([...path, 'stances', place]);
      const stance = parseStanceKey(key);
      if (stance !== null) proposal.passageStance.push({ row: { passage: entry.key, ...stance }, at });
      else problems.push({ at: at(), found: `stance: "${key}"`, expected: 'party--proposition--date' });
    }
  }
  return problems;
}
