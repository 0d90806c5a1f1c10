import type { Verdict as VerdictName } from '#agreement/verdict.ts';
import { type IssueComparison as IssueShape, issueComparisons } from '#comparison/issue-comparisons.ts';
import { Agreement, agreementOfComparison } from '../agreement/agreement.ts';
import { builder } from '../builder.ts';
import { cellPoints, pairsCompared } from '../cost/compared.ts';
import { cost } from '../cost/field-cost.ts';
import { Issue } from '../issue/issue.ts';
import { Comparison } from './comparison.ts';
import { Verdict } from './comparison-row.ts';

const VerdictCount = builder.objectRef<{ verdict: VerdictName; count: number }>('VerdictCount').implement({
  description: 'How many propositions have a verdict.',
  fields: (t) => ({
    verdict: t.expose('verdict', { type: Verdict, description: 'The verdict.' }),
    count: t.exposeInt('count', { description: 'How many, from 0.' }),
  }),
});

const IssueComparison = builder.objectRef<IssueShape>('IssueComparison').implement({
  description: 'A comparison within one issue.',
  fields: (t) => ({
    issue: t.expose('issue', { type: Issue, description: 'The issue.' }),
    agreement: t.field({
      type: Agreement,
      description: 'The agreement over the propositions about it.',
      extensions: cost({ points: pairsCompared }),
      resolve: ({ comparison }) => agreementOfComparison(comparison),
    }),
    verdicts: t.field({
      type: [VerdictCount],
      description:
        'How many of its propositions have which verdict; every verdict once. A row that UNKNOWN counts is one on which a party spoke.',
      resolve: ({ verdicts }) =>
        Object.entries(verdicts).map(([verdict, count]) => ({ verdict: verdict as VerdictName, count })),
    }),
  }),
});

builder.objectField(Comparison, 'issues', (t) =>
  t.field({
    type: [IssueComparison],
    description: 'The same by issue, in the order of their keys. A proposition about several issues counts in each.',
    extensions: cost({
      points: (_args, around) => 2 * (cellPoints(around) + around.propositions),
      rows: (_args, { ledger }) => ledger.issues,
    }),
    resolve: issueComparisons,
  }),
);
