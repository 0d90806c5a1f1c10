import { useMemo } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { changeBy } from '../charts/change-by.ts';
import type { ChartProps } from '../charts/chart.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { ChartWaiting } from '../charts/chart-waiting.tsx';
import { PartyPicker } from '../compare/pick/party-picker.tsx';
import { Choice } from '../fields/choice.tsx';
import { CoverageOfPartiesDocument, MatrixChoicesDocument } from '../generated/graphql.ts';
import { ScopeFilters } from '../scope/scope-filters.tsx';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { coverageTexts } from '../texts/en-coverage.ts';
import { CoverageGrid } from './coverage-grid.tsx';
import { coveragePicture } from './coverage-picture.ts';
import { gridOf } from './coverage-rows.ts';
import { coverageTable } from './coverage-table.ts';
import { coverageVariables, type Order, parametersOf, readQuestion } from './question.ts';
import '../charts/chart-body.css';
import './coverage.css';

const words = coverageTexts;

/** What is known of whom on what: on how many propositions of each issue the position of each party is recorded. */
export function CoverageChart({ parameters, change }: ChartProps) {
  const question = readQuestion(parameters);
  const variables = coverageVariables(question);
  const asking = useAnswer(CoverageOfPartiesDocument, variables);
  const choices = useAnswer(MatrixChoicesDocument, {}).data;
  const coverage = asking.data?.coverage ?? null;
  const grid = useMemo(() => (coverage === null ? null : gridOf(coverage, question.order)), [coverage, question.order]);
  const ask = changeBy(question, parametersOf, change);
  const issueNames = new Map(choices?.issues.nodes.map(({ key, name }) => [key, name]));
  const scope = scopeInWords(question, issueNames);
  const controls = (
    <ScopeFilters question={question} ask={ask} choices={choices} isCompared={false}>
      <Choice
        label={words.order}
        value={question.order}
        options={words.orders}
        change={(order) => ask({ order: order as Order })} // its options are these
      />
      <PartyPicker
        question={{ parties: question.parties ?? [], asOf: question.asOf, revision: question.revision }}
        ask={({ parties }) => ask({ parties: parties.length === 0 ? null : parties })}
        named={grid?.rows ?? []}
      />
    </ScopeFilters>
  );
  if (asking.error !== null || coverage === null || grid === null || grid.columns.length === 0) {
    const nothing = coverage === null || asking.loading ? null : words.none;
    return <ChartWaiting title={words.heading} controls={controls} asking={asking} nothing={nothing} />;
  }
  const { held, absent, unknown } = coverage;
  const { asOf, asKnownAt } = coverage.scope;
  return (
    <ChartFrame
      name="coverage"
      title={words.title(held, held + absent + unknown)}
      scope={scope}
      asOf={asOf}
      revision={asKnownAt}
      given={parametersOf({ ...question, asOf, revision: asKnownAt })}
      table={coverageTable(coverage)}
      taken={{
        file: `${grid.rows.length}-parties`,
        picture: () => ({ ...coveragePicture(grid), note: words.legend }),
        asked: variables,
        more: <QueryBehind document={CoverageOfPartiesDocument} variables={variables} />,
      }}
      busy={asking.loading}
      controls={controls}
      notes={<p class="chart-notes">{words.how}</p>}
    >
      <CoverageGrid {...grid} question={{ ...question, asOf, revision: asKnownAt }} />
    </ChartFrame>
  );
}
