import { useAnswer } from '../api/use-answer.ts';
import { changeBy } from '../charts/change-by.ts';
import type { ChartProps } from '../charts/chart.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { ChartWaiting } from '../charts/chart-waiting.tsx';
import { MatrixChoicesDocument, WorldChoicesDocument, WorldOfPartyDocument } from '../generated/graphql.ts';
import { ScopeFilters } from '../scope/scope-filters.tsx';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { worldTexts } from '../texts/en-world.ts';
import { today } from '../words/dates.ts';
import { measureWords } from '../words/measures.ts';
import { agreementsOf } from './agreements.ts';
import { parametersOf, readQuestion, worldVariables } from './question.ts';
import { useWorld } from './use-world.ts';
import { WhoPicker } from './who-picker.tsx';
import { worldPicture } from './world-picture.ts';
import { WorldShown } from './world-shown.tsx';
import { worldTable } from './world-table.ts';
import '../charts/chart-body.css';
import './world.css';

const words = worldTexts;

/** The agreement of one party with every other, on a map of the world and as a list. */
export function WorldChart({ parameters, change }: ChartProps) {
  const question = readQuestion(parameters);
  const variables = worldVariables(question);
  const asking = useAnswer(WorldOfPartyDocument, variables);
  const choices = useAnswer(MatrixChoicesDocument, {}).data;
  const parties = useAnswer(WorldChoicesDocument, {}).data;
  const world = useWorld();
  const ask = changeBy(question, parametersOf, change);
  const { data } = asking;
  const issueNames = new Map(choices?.issues.nodes.map(({ key, name }) => [key, name]));
  const scope = scopeInWords(question, issueNames);
  const controls = (
    <div class="whole-controls">
      <WhoPicker question={question} ask={ask} parties={parties} />
      <ScopeFilters question={question} ask={ask} choices={choices} hasMeasure />
    </div>
  );
  if (asking.error !== null || data?.party == null || data.dataset === null) {
    const nothing = data === null || asking.loading ? null : words.nobody(question.party);
    return <ChartWaiting title={words.titleBefore} controls={controls} asking={asking} nothing={nothing} />;
  }
  const { party, dataset } = data;
  const agreements = agreementsOf(data);
  const asOf = question.asOf ?? today();
  return (
    <ChartFrame
      name="world"
      title={words.title(party.name)}
      scope={scope}
      asOf={asOf}
      revision={dataset.revision}
      given={parametersOf({ ...question, asOf, revision: dataset.revision })}
      table={worldTable(party, agreements, question)}
      taken={{
        file: party.key,
        picture: async () => ({
          ...worldPicture(await loadedWorld(world), party.key, agreements, question.measure),
          note: measureWords[question.measure].name,
        }),
        asked: variables,
        more: <QueryBehind document={WorldOfPartyDocument} variables={variables} />,
      }}
      busy={asking.loading}
      controls={controls}
    >
      <WorldShown question={question} ask={ask} party={party} agreements={agreements} world={world} />
    </ChartFrame>
  );
}

/** The shapes, for a file; an error where they could not be loaded. */
function loadedWorld(world: ReturnType<typeof useWorld>) {
  if (world === null || world === 'FAILED') throw new Error(words.failed);
  return world;
}
