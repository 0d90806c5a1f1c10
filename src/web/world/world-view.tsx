import type { Address } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ChartTabs } from '../frame/chart-tabs.tsx';
import { TitleOfView } from '../frame/title-of-view.tsx';
import {
  MatrixChoicesDocument,
  WorldChoicesDocument,
  WorldOfPartyDocument,
  type WorldOfPartyQuery,
  type WorldOfPartyQueryVariables,
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
import { dateInWords, today } from '../words/dates.ts';
import { agreementsOf } from './agreements.ts';
import { addressOf, comparisonAddress, type Question, readQuestion, worldVariables } from './question.ts';
import { useWorld } from './use-world.ts';
import { WhoPicker } from './who-picker.tsx';
import { worldCsv } from './world-csv.ts';
import { WorldShown } from './world-shown.tsx';
import { worldSvg } from './world-svg.ts';
import '../frame/chart-view.css';
import './world.css';

const asWorld = {
  view: 'world',
  document: WorldOfPartyDocument,
  read: readQuestion,
  write: addressOf,
  variablesOf: worldVariables,
  resolvedOf: ({ dataset }, { asOf }) =>
    dataset === null ? null : { asOf: asOf ?? today(), asKnownAt: dataset.revision },
} satisfies ScopedView<Question, WorldOfPartyQuery, WorldOfPartyQueryVariables>;

const words = mapsTexts.world;

/** The agreement of one party with every other, on a map of the world and as a list. */
export function WorldView({ address }: { readonly address: Address }) {
  const { question, ask, variables, asking } = useScopedAnswer(asWorld, address);
  const choices = useAnswer(MatrixChoicesDocument, {}).data;
  const parties = useAnswer(WorldChoicesDocument, {}).data;
  const world = useWorld();
  const answer = asking.data;
  const party = answer?.party ?? null;
  const isOld = asking.stale && !asking.loading;
  const scope = scopeInWords(question, new Map(choices?.issues.nodes.map(({ key, name }) => [key, name])));
  const title = party === null || isOld ? words.titleBefore : words.title(party.name);
  const change = { question, ask };
  const day = question.asOf ?? today();
  return (
    <article class="chart-view" aria-busy={asking.loading}>
      <ChartTabs view="world" question={question} />
      <TitleOfView
        title={title}
        scope={scope}
        day={question.asOf}
        shown={question.revision}
        newest={choices?.dataset.revision ?? null}
        onNewest={() => ask({ revision: null })}
      />
      <WhoPicker {...change} parties={parties} />
      <ScopeFilters {...change} choices={choices} scope={scope} hasMeasure />
      {asking.error !== null && <Problem error={asking.error} retry={asking.retry} />}
      {answer === null && asking.error === null && <Loading what={words.loading} slow={asking.slow} />}
      {answer !== null && party === null && !asking.loading && <p class="notice">{words.nobody(question.party)}</p>}
      {answer !== null && party !== null && (
        <Previous isPrevious={asking.error !== null && asking.stale}>
          <div class="chart-body">
            <WorldShown {...change} answer={answer} party={party} world={world} />
          </div>
          <TakeAway
            name={`concord-world-${party.key}-${day}-revision-${question.revision ?? 'newest'}`}
            cited={{ title, scope: `${scope}, ${dateInWords(day)}`, revision: answer.dataset?.revision ?? 0 }}
            forms={{
              csv: () =>
                worldCsv(party, agreementsOf(answer), (key) => comparisonAddress(question, key), {
                  asOf: day,
                  asKnownAt: question.revision,
                  scope: { scope: variables?.scope, policy: variables?.policy },
                }),
              json: () => withProvenance({ asOf: day, asKnownAt: question.revision, scope: {} }, variables, { party }),
              ...(world !== null &&
                world !== 'FAILED' && {
                  svg: () =>
                    worldSvg(world, party.key, agreementsOf(answer), question.measure, {
                      title,
                      about: `${scope}, ${dateInWords(day)}`,
                      revision: answer.dataset?.revision ?? 0,
                    }),
                }),
            }}
          />
        </Previous>
      )}
      <QueryBehind document={WorldOfPartyDocument} variables={variables} />
    </article>
  );
}
