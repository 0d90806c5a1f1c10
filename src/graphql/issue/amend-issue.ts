import { amendIssue } from '#ledger/write/propositions.ts';
import { addMutation } from '../write/mutation.ts';
import { IssueRevised, showIssue } from './issue-revised.ts';
import { Tier } from './tier.ts';

addMutation('amendIssue', {
  scope: 'catalogue:write',
  description: 'Changes the details of an issue. Omitted fields keep their value; null clears a field.',
  input: (t) => ({
    key: t.string({ required: true, description: 'Key of the record to amend. Keys cannot be changed.' }),
    name: t.string({ description: 'English name, such as `Taiwan`.' }),
    summary: t.string({ description: 'What the issue is about, in one sentence.' }),
    tier: t.field({ type: Tier, description: 'How closely the issue is curated.' }),
  }),
  payload: IssueRevised,
  change: ({ key, message, idempotencyKey, baseRevision, ...changes }) => amendIssue(key, changes),
  show: (input, context) => showIssue(input, context),
});
