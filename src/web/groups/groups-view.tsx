import { type Address, writeAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Choice } from '../fields/choice.tsx';
import { ChartTabs } from '../frame/chart-tabs.tsx';
import { TitleOfView } from '../frame/title-of-view.tsx';
import {
  MatrixChoicesDocument,
  PartyGroupsDocument,
  type PartyGroupsQuery,
  type PartyGroupsQueryVariables,
} from '../generated/graphql.ts';
import { LeftOut } from '../party-map/left-out.tsx';
import { scopeParameters } from '../scope/asked-scope.ts';
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
import { count } from '../texts/intl.ts';
import { dateInWords } from '../words/dates.ts';
import { BlocsTable } from './blocs-table.tsx';
import { BridgesTable } from './bridges-table.tsx';
import { GroupCards, type Structure } from './group-cards.tsx';
import { groupsCsv } from './groups-csv.ts';
import { groupsSvg } from './groups-svg.ts';
import { NumbersOfGroups } from './numbers-of-groups.tsx';
import { type Asked, addressOf, groupsVariables, mostGroups, type Question, readQuestion } from './question.ts';
import '../frame/chart-view.css';
import './groups.css';

const asGroups = {
  view: 'groups',
  document: PartyGroupsDocument,
  read: readQuestion,
  write: addressOf,
  variablesOf: groupsVariables,
  resolvedOf: ({ structure }) => structure?.scope ?? null,
} satisfies ScopedView<Question, PartyGroupsQuery, PartyGroupsQueryVariables>;

const words = mapsTexts.groups;

/** Who stands with whom: the parties in groups, the blocs of the day beside them, and who stands between two. */
export function GroupsView({ address }: { readonly address: Address }) {
  const { question, ask, variables, asking } = useScopedAnswer(asGroups, address);
  const choices = useAnswer(MatrixChoicesDocument, {}).data;
  const structure = asking.data?.structure ?? null;
  const change = { question, ask };
  const scope = scopeInWords(question, new Map(choices?.issues.nodes.map(({ key, name }) => [key, name])));
  const isAnswered = structure !== null && !(asking.stale && !asking.loading);
  return (
    <article class="chart-view" aria-busy={asking.loading}>
      <ChartTabs view="groups" question={question} />
      <TitleOfView
        title={isAnswered && structure.groups.length > 0 ? titleOf(structure) : words.heading}
        scope={scope}
        day={structure?.scope.asOf ?? question.asOf}
        shown={structure?.scope.asKnownAt ?? null}
        newest={choices?.dataset.revision ?? null}
        onNewest={() => ask({ revision: null })}
      />
      <ScopeFilters {...change} choices={choices} scope={scope}>
        <Choice
          label={words.number}
          value={String(question.number ?? '')}
          options={[['', words.automatic], ...numbers]}
          change={(number) => ask({ number: number === '' ? null : Number(number) })}
        />
        <Choice label={words.held} value={question.held} options={words.heldOptions} change={(held) => ask({ held })} />
      </ScopeFilters>
      {asking.error !== null && <Problem error={asking.error} retry={asking.retry} />}
      {structure === null ? (
        asking.error === null && <Loading what={words.loading} slow={asking.slow} />
      ) : (
        <Previous isPrevious={asking.error !== null && asking.stale}>
          <div class="chart-body">
            <GroupsShown {...change} structure={structure} variables={variables} scope={scope} />
          </div>
        </Previous>
      )}
    </article>
  );
}

const numbers = Array.from({ length: mostGroups - 1 }, (_, index) => [String(index + 2), count(index + 2)] as const);

const titleOf = ({ groups }: Structure): string =>
  words.title(
    groups.reduce((sum, { size }) => sum + size, 0),
    groups.length,
  );

interface Props extends Asked {
  readonly structure: Structure;
  readonly variables: unknown;
  readonly scope: string;
}

function GroupsShown({ structure, variables, scope, question, ask }: Props) {
  const { groups, leftOut, scope: resolved } = structure;
  const given = { asOf: question.asOf, revision: question.revision };
  const provenance = { asOf: resolved.asOf, asKnownAt: resolved.asKnownAt, scope: { variables } };
  const about = `${scope}, ${dateInWords(resolved.asOf)}`;
  const around = { title: titleOf(structure), about, revision: resolved.asKnownAt };
  const nameOf = (key: string) => leftOut.find(({ party }) => party.key === key)?.party.name ?? key;
  if (groups.length === 0) return <p class="notice">{words.none}</p>;
  return (
    <>
      <p class="soft">{words.how}</p>
      <GroupCards groups={groups} given={given} />
      <p class="ways">
        <a class="button" href={writeAddress('/matrix', { ...scopeParameters(question), order: 'groups' })}>
          {words.matrix}
        </a>{' '}
        <a class="button" href={writeAddress('/map', scopeParameters(question))}>
          {words.map}
        </a>
      </p>
      <BlocsTable structure={structure} given={given} />
      <BridgesTable bridges={structure.bridges} given={given} />
      <NumbersOfGroups structure={structure} question={question} ask={ask} />
      <LeftOut parties={leftOut} nameOf={nameOf} />
      <TakeAway
        name={`concord-groups-${groups.length}-${resolved.asOf}-revision-${resolved.asKnownAt}`}
        cited={{ title: around.title, scope: about, revision: resolved.asKnownAt }}
        forms={{
          csv: () => groupsCsv(structure, provenance),
          json: () => withProvenance(provenance, variables, { structure }),
          svg: () => groupsSvg(structure, around),
        }}
      />
      <QueryBehind document={PartyGroupsDocument} variables={variables} />
    </>
  );
}
