import { ComparisonDocument } from '../generated/graphql.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
import { countInWords } from '../words/lists.ts';
import { AgreementSummary } from './agreement/agreement-summary.tsx';
import { IssueList } from './agreement/issue-list.tsx';
import { JointDocuments } from './agreement/joint-documents.tsx';
import type { Asked } from './ask.ts';
import type { Compared } from './compared.ts';
import { comparisonVariables } from './question.ts';
import { Receipt } from './receipt/receipt.tsx';
import { Legend } from './table/legend.tsx';
import { PositionTable } from './table/position-table.tsx';
import { useRows } from './table/use-rows.ts';
import { VerdictFilter } from './table/verdict-filter.tsx';

interface Props extends Asked {
  readonly comparison: Compared;
  readonly variables: ReturnType<typeof comparisonVariables> | null;
}

/** The result of a comparison, from the number to the documents. */
export function ComparisonShown({ question, ask, comparison, variables }: Props) {
  const { rows, more } = useRows(comparison, variables);
  const { parties, scope, agreement, issues, jointDocuments } = comparison;
  const asked = variables ?? comparisonVariables(question);
  const name = `concord-${parties.length > 6 ? `${parties.length}-parties` : parties.map(({ key }) => key).join('-')}-${scope.asOf}-revision-${scope.asKnownAt}`;
  return (
    <>
      <div class="summary">
        <AgreementSummary agreement={agreement} question={question} ask={ask} />
        <IssueList issues={issues} question={question} ask={ask} />
      </div>
      <section aria-labelledby="positions">
        <h2 id="positions">Position by position</h2>
        <VerdictFilter comparison={comparison} question={question} ask={ask} />
        <PositionTable parties={parties} rows={rows.nodes} day={scope.asOf} question={question} ask={ask} />
        {rows.nodes.length === 0 && (
          <p class="notice">
            {comparison.unknown.totalCount > 0
              ? 'No two of them are known to hold a position on the same proposition here. Show the unknown ones above, choose another day or other issues.'
              : 'Nobody here held a position on any of these propositions by that day.'}
          </p>
        )}
        {rows.remaining > 0 && (
          <p class="more">
            <button type="button" onClick={more.load} disabled={more.loading}>
              {more.loading ? 'Loading…' : `Show ${countInWords(Math.min(100, rows.remaining), 'more proposition')}`}
            </button>{' '}
            {rows.nodes.length} of {rows.total} shown.
            {more.failed && <span role="alert"> They could not be loaded; try again.</span>}
          </p>
        )}
        <Legend />
      </section>
      <Receipt key={JSON.stringify(variables)} question={question} parties={parties} />
      <JointDocuments documents={jointDocuments} parties={parties} />
      <TakeAway
        name={name}
        forms={{
          csv: async () => (await import('./take-away/taken-comparison.ts')).takenCsv(comparison, asked),
          json: async () => (await import('./take-away/taken-comparison.ts')).takenJson(comparison, asked),
          svg: async () => (await import('./take-away/comparison-svg.ts')).comparisonSvg(comparison, await more.all()),
        }}
      />
      <QueryBehind document={ComparisonDocument} variables={variables} />
    </>
  );
}
