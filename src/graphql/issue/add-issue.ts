import { issue } from '#ledger/tables/propositions.ts';
import { filled } from '#ledger/tables/table.ts';
import { addIssue } from '#ledger/write/propositions.ts';
import { addMutation } from '../write/mutation.ts';
import { IssueRevised, showIssue } from './issue-revised.ts';
import { Tier } from './tier.ts';

addMutation('addIssue', {
  scope: 'catalogue:write',
  description: 'Adds an issue to the ledger.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Key of the new issue: a slug, such as `taiwan`.' }),
    name: t.string({ required: true, description: 'English name, such as `Taiwan`.' }),
    summary: t.string({ description: 'What the issue is about, in one sentence.' }),
    tier: t.field({ type: Tier, defaultValue: 'CORE', description: 'How closely the issue is curated.' }),
  }),
  payload: IssueRevised,
  change: (said) => addIssue(filled(issue, said)),
  show: (input, context) => showIssue(input, context),
});
