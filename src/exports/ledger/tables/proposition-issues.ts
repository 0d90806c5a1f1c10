import { addedIn, required, slugPattern } from '../ledger-column.ts';
import { addedInRevision, knownAt, type LedgerTable, references } from '../ledger-table.ts';

export const propositionIssues: LedgerTable = {
  name: 'proposition_issues',
  title: 'Issues of propositions',
  description: 'Which proposition belongs to which issues; there may be none, one or several.',
  primaryKey: ['proposition_key', 'issue_key'],
  references: [
    references('propositions', 'proposition_key', 'proposition.id'),
    references('issues', 'issue_key', 'issue.id'),
    addedInRevision,
  ],
  columns: [
    required.text('proposition_key', 'proposition.key', 'The proposition.', slugPattern),
    required.text('issue_key', 'issue.key', 'The issue.', slugPattern),
    addedIn(),
  ],
  from: (
    rows,
  ) => `proposition_issue t JOIN proposition ON proposition.id = t.proposition_id JOIN issue ON issue.id = t.issue_id
    WHERE ${knownAt('t', rows)}`,
  orderBy: 'proposition.key, issue.key',
};
