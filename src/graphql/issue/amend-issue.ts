import { amendIssue } from '#ledger/write/issues.ts';
import { addMutation } from '../write/mutation.ts';
import { IssueRevised, showIssue } from './issue-revised.ts';
import { Tier } from './tier.ts';

addMutation('amendIssue', {
  scope: 'catalogue:write',
  description: 'Changes what is said of an issue. What the input leaves out stays; null makes it unknown.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Its key, which stays.' }),
    name: t.string({ description: 'What it is called.' }),
    summary: t.string({ description: 'What it is about, in a sentence.' }),
    tier: t.field({ type: Tier, description: 'How closely it is curated.' }),
  }),
  payload: IssueRevised,
  change: ({ key, name, summary, tier }) => amendIssue(key, { name, summary, tier }),
  show: (input, context) => showIssue(input, context),
});
