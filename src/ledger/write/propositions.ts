import type { PropositionRow } from '../tables/proposition.ts';
import { addRow, propose } from './add-row.ts';
import type { Change, ChangeRequest } from './change.ts';
import { addParts, setParts } from './parts.ts';
import { placeOf } from './place.ts';
import { type Changes, merged, rowToAmend } from './standing-row.ts';

/** What a claim says; a roll call comes from a file. */
export type ClaimSaid = Pick<PropositionRow, 'key' | 'text' | 'note'>;

const claim = (said: ClaimSaid): PropositionRow => ({
  ...said,
  kind: 'CLAIM',
  body: null,
  session: null,
  symbol: null,
  tabledOn: null,
  tabledOnPrecision: null,
  textScope: null,
  important: null,
  yes: null,
  no: null,
  abstain: null,
  document: null,
});

/** Adds a claim with the issues that it is about, at least one; one that was retired comes back. */
export const addProposition = (said: ClaimSaid, issues: readonly string[]): ChangeRequest => ({
  names: { proposition: [said.key], issue: issues },
  propose(change, live) {
    const problem = addRow(change, live, 'proposition', claim(said), 'input', 'amendProposition');
    requireIssue(change, issues);
    addParts(
      change,
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
): ChangeRequest => ({
  names: { proposition: [key], issue: issues ?? [] },
  propose(change, live) {
    const row = rowToAmend(change, live, 'proposition', key, 'input.key');
    if (row === null) return;
    propose(change, 'proposition', merged(row, changes), 'input');
    if (issues === undefined) return;
    if (row.kind === 'CLAIM') requireIssue(change, issues);
    setParts(change, live, 'propositionIssue', { proposition: key }, linksTo(key, issues), placeOfIssue);
  },
});

const linksTo = (proposition: string, issues: readonly string[]) => issues.map((issue) => ({ proposition, issue }));

const placeOfIssue = (place: number) => placeOf(`input.issues[${place}]`);

function requireIssue({ problems }: Change, issues: readonly string[]) {
  if (issues.length === 0) problems.push({ at: 'input.issues', found: 'no issue', expected: 'at least one' });
}
