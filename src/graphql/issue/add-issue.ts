import type { IssueRow } from '#ledger/tables/propositions.ts';
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
  change: ({ key, name, summary, tier }) =>
    addIssue({ key, name, summary: summary ?? null, tier: tier as IssueRow['tier'] }), // null is refused by the rules
  show: (input, context) => showIssue(input, context),
});
