import type { Draft, Problem } from '#ledger/revise/proposal.ts';
import { parseStanceKey } from '#ledger/stance-key.ts';
import type { LedgerFile } from './format.ts';
import { placeIn, type SourceFile } from './source-file.ts';

/** What a document says, who says it, and the stances that it shows. */
export function addPassages(draft: Draft, file: SourceFile, { passages }: LedgerFile): Problem[] {
  const problems: Problem[] = [];
  for (const [index, entry] of passages.entries()) {
    const path = ['passages', index];
    const { parties, stances, ...passage } = entry;
    draft.passage.push({ row: passage, at: placeIn(file, path) });
    for (const [place, party] of parties.entries()) {
      const row = { passage: entry.key, party };
      draft.passageParty.push({ row, at: () => file.locate([...path, 'parties', place]) });
    }
    for (const [place, key] of stances.entries()) {
      const at = () => file.locate([...path, 'stances', place]);
      const stance = parseStanceKey(key);
      if (stance !== null) draft.passageStance.push({ row: { passage: entry.key, ...stance }, at });
      else problems.push({ at: at(), found: `stance: "${key}"`, expected: 'party--proposition--date' });
    }
  }
  return problems;
}
