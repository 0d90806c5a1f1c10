import { type IssueRow, type PropositionRow, proposition } from '../tables/propositions.ts';
import { filled } from '../tables/table.ts';
import type { Proposed } from './proposal.ts';
import { addParts, addRow, atValue, type Changes, merged, propose, rowToAmend, setParts } from './rows.ts';
import type { Change } from './write.ts';

/** What a claim says; a roll call comes from a file. */
export type ClaimSaid = Pick<PropositionRow, 'key' | 'text' | 'note'>;

const claim = (said: ClaimSaid): PropositionRow => filled<PropositionRow>(proposition, { ...said, kind: 'CLAIM' });

/** Adds a claim with the issues that it is about, at least one; one that was retired comes back. */
export const addProposition = (said: ClaimSaid, issues: readonly string[]): Change => ({
  names: { proposition: [said.key], issue: issues },
  propose(proposed, live) {
    const problem = addRow(proposed, live, 'proposition', claim(said), 'input', 'amendProposition');
    requireIssue(proposed, issues);
    addParts(
      proposed,
      live,
      'propositionIssue',
      { proposition: said.key },
      linksTo(said.key, issues),
      placeOfIssue,
      problem,
    );
  },
});

/** Changes what is said of a proposition; `issues`, unless undefined, are all that it is about. */
export const amendProposition = (
  key: string,
  changes: Changes<Pick<PropositionRow, 'text' | 'note'>>,
  issues: readonly string[] | undefined,
): Change => ({
  names: { proposition: [key], issue: issues ?? [] },
  propose(proposed, live) {
    const row = rowToAmend(proposed, live, 'proposition', key, 'input.key');
    if (row === null) return;
    propose(proposed, 'proposition', merged(row, changes), 'input');
    if (issues === undefined) return;
    if (row.kind === 'CLAIM') requireIssue(proposed, issues);
    setParts(proposed, live, 'propositionIssue', { proposition: key }, linksTo(key, issues), placeOfIssue);
  },
});

const linksTo = (proposition: string, issues: readonly string[]) => issues.map((issue) => ({ proposition, issue }));

const placeOfIssue = (place: number) => atValue(`input.issues[${place}]`);

function requireIssue({ problems }: Proposed, issues: readonly string[]) {
  if (issues.length === 0) problems.push({ at: 'input.issues', found: 'no issue', expected: 'at least one' });
}

/** Adds an issue; one that was retired comes back. */
export const addIssue = (row: IssueRow): Change => ({
  names: { issue: [row.key] },
  propose(proposed, live) {
    addRow(proposed, live, 'issue', row, 'input', 'amendIssue');
  },
});

/** Changes what is said of an issue. */
export const amendIssue = (key: string, changes: Changes<IssueRow>): Change => ({
  names: { issue: [key] },
  propose(proposed, live) {
    const row = rowToAmend(proposed, live, 'issue', key, 'input.key');
    if (row !== null) propose(proposed, 'issue', merged(row, changes), 'input');
  },
});
