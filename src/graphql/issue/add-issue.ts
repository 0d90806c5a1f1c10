import type { IssueRow } from '#ledger/tables/issue.ts';
import { addIssue } from '#ledger/write/issues.ts';
import { addMutation } from '../write/mutation.ts';
import { IssueRevised, showIssue } from './issue-revised.ts';
import { Tier } from './tier.ts';

addMutation('addIssue', {
  scope: 'catalogue:write',
  description: 'Adds an issue.',
  input: (t) => ({
    key: t.string({ required: true, description: 'A slug, such as `taiwan`.' }),
    name: t.string({ required: true, description: 'What it is called.' }),
    summary: t.string({ description: 'What it is about, in a sentence.' }),
    tier: t.field({ type: Tier, defaultValue: 'CORE', description: 'How closely it is curated.' }),
  }),
  payload: IssueRevised,
  change: ({ key, name, summary, tier }) =>
    addIssue({ key, name, summary: summary ?? null, tier: tier as IssueRow['tier'] }), // null is refused by the rules
  show: (input, context) => showIssue(input, context),
});
