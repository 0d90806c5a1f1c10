import { useAnswer } from '../api/use-answer.ts';
import { changeBy } from '../charts/change-by.ts';
import type { ChartProps } from '../charts/chart.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { ChartWaiting } from '../charts/chart-waiting.tsx';
import { Choice } from '../fields/choice.tsx';
import { MatrixChoicesDocument, PartyGroupsDocument } from '../generated/graphql.ts';
import { ScopeFilters } from '../scope/scope-filters.tsx';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { groupsTexts } from '../texts/en-groups.ts';
import { count } from '../texts/intl.ts';
import type { Structure } from './group-cards.tsx';
import { groupsPicture } from './groups-picture.ts';
import { GroupsShown } from './groups-shown.tsx';
import { groupsTable } from './groups-table.ts';
import { groupsVariables, mostGroups, parametersOf, readQuestion } from './question.ts';
import '../charts/chart-body.css';
import './groups.css';

const words = groupsTexts;

/** Who stands with whom: the parties in groups, the blocs of the day beside them, and who stands between two. */
export function GroupsChart({ parameters, change }: ChartProps) {
  const question = readQuestion(parameters);
  const variables = groupsVariables(question);
  const asking = useAnswer(PartyGroupsDocument, variables);
  const choices = useAnswer(MatrixChoicesDocument, {}).data;
  const structure = asking.data?.structure ?? null;
  const ask = changeBy(question, parametersOf, change);
  const issueNames = new Map(choices?.issues.nodes.map(({ key, name }) => [key, name]));
  const scope = scopeInWords(question, issueNames);
  const controls = (
    <ScopeFilters question={question} ask={ask} choices={choices}>
      <Choice
        label={words.number}
        value={String(question.number ?? '')}
        options={[['', words.automatic], ...numbers]}
        change={(number) => ask({ number: number === '' ? null : Number(number) })}
      />
      <Choice label={words.held} value={question.held} options={words.heldOptions} change={(held) => ask({ held })} />
    </ScopeFilters>
  );
  if (asking.error !== null || structure === null || structure.groups.length === 0) {
    const nothing = structure === null || asking.loading ? null : words.none;
    return <ChartWaiting title={words.heading} controls={controls} asking={asking} nothing={nothing} />;
  }
  const { asOf, asKnownAt } = structure.scope;
  return (
    <ChartFrame
      name="groups"
      title={titleOf(structure)}
      scope={scope}
      asOf={asOf}
      revision={asKnownAt}
      given={parametersOf({ ...question, asOf, revision: asKnownAt })}
      table={groupsTable(structure)}
      taken={{
        file: `${structure.groups.length}`,
        picture: () => groupsPicture(structure),
        asked: variables,
        more: <QueryBehind document={PartyGroupsDocument} variables={variables} />,
      }}
      busy={asking.loading}
      controls={controls}
    >
      <GroupsShown structure={structure} question={{ ...question, asOf, revision: asKnownAt }} ask={ask} />
    </ChartFrame>
  );
}

const numbers = Array.from({ length: mostGroups - 1 }, (_, index) => [String(index + 2), count(index + 2)] as const);

const titleOf = ({ groups }: Structure): string =>
  words.title(
    groups.reduce((sum, { size }) => sum + size, 0),
    groups.length,
  );
