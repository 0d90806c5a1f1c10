import { keyOf, type Table } from './table.ts';

export interface PropositionIssueRow {
  readonly proposition: string;
  readonly issue: string;
}

export const propositionIssue: Table<PropositionIssueRow> = {
  name: 'proposition_issue',
  key: ['proposition', 'issue'],
  catalogue: false,
  owner: { table: 'proposition', key: ['proposition'] },
  columns: { proposition: keyOf('proposition'), issue: keyOf('issue') },
};
