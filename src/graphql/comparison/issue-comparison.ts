import type { Verdict as VerdictName } from '#agreement/position.ts';
import { type IssueComparison as IssueShape, issueComparisons } from '#comparison/comparison-rows.ts';
import { Agreement, agreementOfComparison } from '../agreement/agreement.ts';
import { builder } from '../builder.ts';
import { cost } from '../cost/field-cost.ts';
import { cellPoints, derivingPoints, pairsCompared } from '../cost/points.ts';
import { Issue } from '../issue/issue.ts';
import { Comparison } from './comparison.ts';
import { Verdict } from './comparison-row.ts';

const VerdictCount = builder.objectRef<{ verdict: VerdictName; count: number }>('VerdictCount').implement({
  description: 'Number of propositions with one verdict.',
  fields: (t) => ({
    verdict: t.expose('verdict', { type: Verdict, description: 'The verdict that is counted.' }),
    count: t.exposeInt('count', { description: 'Number of propositions with this verdict; may be 0.' }),
  }),
});

const IssueComparison = builder.objectRef<IssueShape>('IssueComparison').implement({
  description: 'The comparison restricted to one issue.',
  fields: (t) => ({
    issue: t.expose('issue', { type: Issue, description: 'The issue that the propositions are about.' }),
    agreement: t.field({
      type: Agreement,
      description: 'The agreement over the propositions about this issue.',
      extensions: cost({ points: pairsCompared }),
      resolve: ({ comparison }) => agreementOfComparison(comparison),
    }),
    verdicts: t.field({
      type: [VerdictCount],
      description:
        'Number of its propositions per verdict, one entry for every verdict. UNKNOWN counts only propositions on which a party holds a position or was absent.',
      resolve: ({ verdicts }) =>
        Object.entries(verdicts).map(([verdict, count]) => ({ verdict: verdict as VerdictName, count })),
    }),
  }),
});

builder.objectField(Comparison, 'issues', (t) =>
  t.field({
    type: [IssueComparison],
    description: 'The comparison by issue, ordered by key. A proposition about several issues counts in each.',
    extensions: cost({
      points: (_args, around) => 2 * (cellPoints(around) + derivingPoints(around) + around.propositions),
      rows: (_args, { ledger }) => ledger.issues,
    }),
    resolve: issueComparisons,
  }),
);
