import { issueOf } from '#comparison/look-up.ts';
import type { Issue as IssueRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Revised, type RevisedView } from '../write/results.ts';
import { Issue } from './issue.ts';

export const IssueRevised = builder.objectRef<RevisedView & { readonly issue: IssueRow }>('IssueRevised').implement({
  description: 'Result: the issue was added or amended, or already had this content.',
  interfaces: [Revised],
  fields: (t) => ({ issue: t.expose('issue', { type: Issue, description: 'The issue as known at `revision`.' }) }),
});

/** What a mutation of an issue shows. */
export const showIssue = ({ key }: { readonly key: string }, { snapshot }: Context) => ({
  issue: issueOf(snapshot, key),
});
