import { useMemo } from 'preact/hooks';
import type { Address } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { PartyPicker } from '../compare/pick/party-picker.tsx';
import { Choice } from '../fields/choice.tsx';
import { ChartTabs } from '../frame/chart-tabs.tsx';
import { TitleOfView } from '../frame/title-of-view.tsx';
import {
  CoverageOfPartiesDocument,
  type CoverageOfPartiesQuery,
  type CoverageOfPartiesQueryVariables,
  MatrixChoicesDocument,
} from '../generated/graphql.ts';
import { ScopeFilters } from '../scope/scope-filters.tsx';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { type ScopedView, useScopedAnswer } from '../scope/use-scoped-answer.ts';
import { Loading } from '../states/loading.tsx';
import { Previous } from '../states/previous.tsx';
import { Problem } from '../states/problem.tsx';
import { withProvenance } from '../take-away/provenance.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
import { mapsTexts } from '../texts/en-maps.ts';
import { dateInWords } from '../words/dates.ts';
import { coverageCsv } from './coverage-csv.ts';
import { CoverageGrid } from './coverage-grid.tsx';
import { type Coverage, gridOf } from './coverage-rows.ts';
import { coverageSvg } from './coverage-svg.ts';
import { type Asked, addressOf, coverageVariables, type Order, type Question, readQuestion } from './question.ts';
import '../frame/chart-view.css';
import './coverage.css';

const asCoverage = {
  view: 'coverage',
  document: CoverageOfPartiesDocument,
  read: readQuestion,
  write: addressOf,
  variablesOf: coverageVariables,
  resolvedOf: ({ coverage }) => coverage?.scope ?? null,
} satisfies ScopedView<Question, CoverageOfPartiesQuery, CoverageOfPartiesQueryVariables>;

const words = mapsTexts.coverage;

/** What is known of whom on what: on how many propositions of each issue the position of each party is recorded. */
export function CoverageView({ address }: { readonly address: Address }) {
  const { question, ask, variables, asking } = useScopedAnswer(asCoverage, address);
  const choices = useAnswer(MatrixChoicesDocument, {}).data;
  const coverage = asking.data?.coverage ?? null;
  const change = { question, ask };
  const scope = scopeInWords(question, new Map(choices?.issues.nodes.map(({ key, name }) => [key, name])));
  const isAnswered = coverage !== null && !(asking.stale && !asking.loading);
  const named = useMemo(
    () => [...new Map(coverage?.cells.map(({ party }) => [party.key, party])).values()],
    [coverage],
  );
  return (
    <article class="chart-view" aria-busy={asking.loading}>
      <ChartTabs view="coverage" question={question} />
      <TitleOfView
        title={isAnswered ? titleOf(coverage) : words.heading}
        tab={words.heading}
        scope={scope}
        day={coverage?.scope.asOf ?? question.asOf}
        shown={coverage?.scope.asKnownAt ?? null}
        newest={choices?.dataset.revision ?? null}
        onNewest={() => ask({ revision: null })}
      />
      <ScopeFilters {...change} choices={choices} scope={scope} isCompared={false}>
        <Choice
          label={words.order}
          value={question.order}
          options={words.orders}
          change={(order) => ask({ order: order as Order })} // its options are these
        />
        <PartyPicker
          question={{ parties: question.parties ?? [], asOf: question.asOf, revision: question.revision }}
          ask={({ parties }) => ask({ parties: parties.length === 0 ? null : parties })}
          named={named}
        />
      </ScopeFilters>
      {asking.error !== null && <Problem error={asking.error} retry={asking.retry} />}
      {coverage === null ? (
        asking.error === null && <Loading what={words.loading} slow={asking.slow} />
      ) : (
        <Previous isPrevious={asking.error !== null && asking.stale}>
          <div class="chart-body">
            <CoverageShown {...change} coverage={coverage} variables={variables} scope={scope} />
          </div>
        </Previous>
      )}
    </article>
  );
}

const titleOf = ({ held, absent, unknown }: Coverage): string => words.title(held, held + absent + unknown);

interface Props extends Asked {
  readonly coverage: Coverage;
  readonly variables: unknown;
  readonly scope: string;
}

function CoverageShown({ coverage, variables, scope, question }: Props) {
  const grid = useMemo(() => gridOf(coverage, question.order), [coverage, question.order]);
  const { scope: resolved } = coverage;
  const provenance = { asOf: resolved.asOf, asKnownAt: resolved.asKnownAt, scope: { variables } };
  const about = `${scope}, ${dateInWords(resolved.asOf)}`;
  const around = { title: titleOf(coverage), about, revision: resolved.asKnownAt };
  if (grid.columns.length === 0) return <p class="notice">{words.none}</p>;
  return (
    <>
      <p class="soft">{words.how}</p>
      <CoverageGrid {...grid} question={question} />
      <TakeAway
        name={`concord-coverage-${grid.rows.length}-parties-${resolved.asOf}-revision-${resolved.asKnownAt}`}
        cited={{ title: around.title, scope: about, revision: resolved.asKnownAt }}
        forms={{
          csv: () => coverageCsv(coverage, provenance),
          json: () => withProvenance(provenance, variables, { coverage }),
          svg: () => coverageSvg(grid, around),
        }}
      />
      <QueryBehind document={CoverageOfPartiesDocument} variables={variables} />
    </>
  );
}
