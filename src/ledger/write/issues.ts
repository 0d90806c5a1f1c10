import type { IssueRow } from '../tables/issue.ts';
import { addRow, propose } from './add-row.ts';
import type { ChangeRequest } from './change.ts';
import { type Changes, merged, rowToAmend } from './standing-row.ts';

/** Adds an issue; one that was retired comes back. */
export const addIssue = (row: IssueRow): ChangeRequest => ({
  names: { issue: [row.key] },
  propose(change, live) {
    addRow(change, live, 'issue', row, 'input', 'amendIssue');
  },
});

/** Changes what is said of an issue. */
export const amendIssue = (key: string, changes: Changes<IssueRow>): ChangeRequest => ({
  names: { issue: [key] },
  propose(change, live) {
    const row = rowToAmend(change, live, 'issue', key, 'input.key');
    if (row !== null) propose(change, 'issue', merged(row, changes), 'input');
  },
});
