import { useMemo } from 'preact/hooks';
import type { Address } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ChartTabs } from '../frame/chart-tabs.tsx';
import { TitleOfView } from '../frame/title-of-view.tsx';
import {
  MatrixChoicesDocument,
  PartyMapDocument,
  type PartyMapQuery,
  type PartyMapQueryVariables,
  PartyNamesDocument,
} from '../generated/graphql.ts';
import { ScopeFilters } from '../scope/scope-filters.tsx';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { type ScopedView, useScopedAnswer } from '../scope/use-scoped-answer.ts';
import { Loading } from '../states/loading.tsx';
import { Previous } from '../states/previous.tsx';
import { Problem } from '../states/problem.tsx';
import { mapsTexts } from '../texts/en-maps.ts';
import { PartyMapShown } from './party-map-shown.tsx';
import { addressOf, mapVariables, type Question, readQuestion } from './question.ts';
import '../frame/chart-view.css';
import './party-map.css';

const asMap = {
  view: 'map',
  document: PartyMapDocument,
  read: readQuestion,
  write: addressOf,
  variablesOf: mapVariables,
  resolvedOf: ({ structureSeries }) => structureSeries?.scope ?? null,
} satisfies ScopedView<Question, PartyMapQuery, PartyMapQueryVariables>;

const words = mapsTexts.map;

/** Parties as points that are near to each other where they agree, year by year. */
export function PartyMapView({ address }: { readonly address: Address }) {
  const { question, ask, variables, asking } = useScopedAnswer(asMap, address);
  const choices = useAnswer(MatrixChoicesDocument, {}).data;
  const named = useAnswer(PartyNamesDocument, { asKnownAt: question.revision }).data;
  const names = useMemo(() => new Map(named?.countries.nodes.map(({ key, name }) => [key, name])), [named]);
  const series = asking.data?.structureSeries ?? null;
  const change = { question, ask };
  const scope = scopeInWords(question, new Map(choices?.issues.nodes.map(({ key, name }) => [key, name])));
  return (
    <article class="chart-view" aria-busy={asking.loading}>
      <ChartTabs view="map" question={question} />
      <TitleOfView
        title={words.heading}
        scope={scope}
        day={series?.scope.asOf ?? question.asOf}
        shown={series?.scope.asKnownAt ?? null}
        newest={choices?.dataset.revision ?? null}
        onNewest={() => ask({ revision: null })}
      />
      <ScopeFilters {...change} choices={choices} scope={scope} />
      {asking.error !== null && <Problem error={asking.error} retry={asking.retry} />}
      {series === null || variables === null ? (
        asking.error === null && <Loading what={words.loading} slow={asking.slow} />
      ) : (
        <Previous isPrevious={asking.error !== null && asking.stale}>
          <div class="chart-body">
            <PartyMapShown {...change} series={series} variables={variables} names={names} scope={scope} />
          </div>
        </Previous>
      )}
    </article>
  );
}
