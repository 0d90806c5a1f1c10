import { useMemo } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { changeBy } from '../charts/change-by.ts';
import type { ChartProps } from '../charts/chart.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { ChartWaiting } from '../charts/chart-waiting.tsx';
import {
  GroupsOfYearsDocument,
  MatrixChoicesDocument,
  PartyMapDocument,
  PartyNamesDocument,
} from '../generated/graphql.ts';
import { ScopeFilters } from '../scope/scope-filters.tsx';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { partyMapTexts } from '../texts/en-party-map.ts';
import { mapTable } from './map-table.ts';
import { partyMapPicture } from './party-map-picture.ts';
import { PartyMapShown } from './party-map-shown.tsx';
import { coloursOf, extentsOf, indexOf, periodsOf } from './periods.ts';
import { extentAt } from './placing.ts';
import { mapVariables, parametersOf, readQuestion } from './question.ts';
import '../charts/chart-body.css';
import './party-map.css';

const words = partyMapTexts;
const noColours: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map();

/** Parties as points that are near to each other where they agree, year by year. */
export function PartyMapChart({ parameters, change }: ChartProps) {
  const question = readQuestion(parameters);
  const variables = mapVariables(question);
  const asking = useAnswer(PartyMapDocument, variables);
  const choices = useAnswer(MatrixChoicesDocument, {}).data;
  const named = useAnswer(PartyNamesDocument, { asKnownAt: question.revision }).data;
  const series = asking.data?.structureSeries ?? null;
  // Asked afterwards: the places come first.
  const groups = useAnswer(GroupsOfYearsDocument, series === null || asking.stale ? null : variables).data;
  const names = useMemo(() => new Map(named?.countries.nodes.map(({ key, name }) => [key, name])), [named]);
  const nameOf = useMemo(() => (key: string) => names.get(key) ?? key, [names]);
  const periods = useMemo(() => (series === null ? [] : periodsOf(series)), [series]);
  const extents = useMemo(() => extentsOf(periods), [periods]);
  const colours = useMemo(() => (groups === null ? noColours : coloursOf(groups.structureSeries)), [groups]);
  const colourOf = useMemo(() => (label: string, key: string) => colours.get(label)?.get(key) ?? null, [colours]);
  const ask = changeBy(question, parametersOf, change);
  const scope = scopeInWords({ ...question, measure: 'AGREEMENT' }, namesOfIssues(choices?.issues.nodes));
  const controls = <ScopeFilters question={question} ask={ask} choices={choices} />;
  const index = indexOf(periods, question.year);
  const period = periods[index];
  if (asking.error !== null || series === null || period === undefined) {
    const nothing = series === null || asking.loading ? null : words.none;
    return <ChartWaiting title={words.heading} controls={controls} asking={asking} nothing={nothing} />;
  }
  const { asOf, asKnownAt } = series.scope;
  const given = parametersOf({ ...question, year: Number(period.label), asOf, revision: asKnownAt });
  return (
    <ChartFrame
      name="map"
      title={words.title(period.label)}
      scope={scope}
      asOf={asOf}
      revision={asKnownAt}
      given={given}
      table={mapTable(period, nameOf, colourOf)}
      taken={{
        file: period.label,
        picture: () =>
          partyMapPicture({ period, extent: extentAt(extents, index), nameOf, colourOf, followed: question.party }),
        asked: variables,
        more: <QueryBehind document={PartyMapDocument} variables={variables} />,
      }}
      busy={asking.loading}
      controls={controls}
    >
      <PartyMapShown
        periods={periods}
        extents={extents}
        asked={index}
        nameOf={nameOf}
        colourOf={colourOf}
        variables={variables}
        question={question}
        ask={ask}
      />
    </ChartFrame>
  );
}

const namesOfIssues = (issues: readonly { readonly key: string; readonly name: string }[] | undefined) =>
  new Map(issues?.map(({ key, name }) => [key, name]));
