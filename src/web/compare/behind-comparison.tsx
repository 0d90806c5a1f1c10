import { ChartPart } from '../charts/chart-part.tsx';
import { EmbedField } from '../charts/embed-field.tsx';
import { Fold } from '../frame/fold.tsx';
import { useLoaded } from '../frame/use-loaded.ts';
import { ComparisonDocument } from '../generated/graphql.ts';
import { scopeParameters } from '../scope/asked-scope.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
import { Watch } from '../take-away/watch.tsx';
import { chartTexts } from '../texts/en-charts.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';
import { JointDocuments } from './agreement/joint-documents.tsx';
import type { Compared } from './compared.ts';
import { countedIn } from './counted.ts';
import type { GroundSections } from './ground/ground-sections.tsx';
import { addressOf, comparisonVariables, parametersOf, type Question } from './question.ts';
import { Receipt } from './receipt/receipt.tsx';
import { useNarrow } from './table/use-narrow.ts';
import type { useRows } from './table/use-rows.ts';

interface Props {
  readonly comparison: Compared;
  /** The question that is answered. */
  readonly question: Question;
  /** The scope in words. */
  readonly scope: string;
  readonly all: ReturnType<typeof useRows>['more']['all'];
}

/** What follows the positions of a comparison: how it came to be, what it is made of, and how it is taken away. */
export function BehindComparison({ comparison, question, scope: scopeWords, all }: Props) {
  const isNarrow = useNarrow();
  const { parties, scope, jointDocuments } = comparison;
  const asked = comparisonVariables(question);
  const who = parties.length > 6 ? `${parties.length}-parties` : parties.map(({ key }) => key).join('-');
  const table = {
    name: 'comparison',
    parameters: { parties: asked.parties, scope: asked.scope, policy: asked.policy, verdicts: asked.verdicts },
  };
  const title = texts.answer(countedIn(comparison));
  return (
    <>
      {parties.length > 1 && (
        <ChartPart name="trend" given={{ parties: question.parties, ...scopeParameters(question) }} />
      )}
      {parties.length > 2 && <Ground question={question} parties={parties} />}
      <Receipt key={JSON.stringify(asked)} question={question} parties={parties} />
      <JointDocuments documents={jointDocuments} parties={parties} isFolded={isNarrow} />
      <TakeAway
        address={addressOf(question)}
        name={`concord-${who}-${scope.asOf}-revision-${scope.asKnownAt}`}
        cited={{ title, scope: `${scopeWords}, ${dateInWords(scope.asOf)}`, revision: scope.asKnownAt }}
        forms={{
          csv: async () => (await import('./take-away/taken-comparison.ts')).takenCsv(comparison, asked),
          json: async () => (await import('./take-away/taken-comparison.ts')).takenJson(comparison, asked),
          picture: async () =>
            (await import('./take-away/comparison-picture.ts')).comparisonPicture(comparison, await all()),
        }}
      >
        <Fold class="query-behind" summary={chartTexts.embed}>
          {() => <EmbedField name="compare" given={parametersOf(question)} title={title} />}
        </Fold>
      </TakeAway>
      <Watch table={table} />
      <QueryBehind document={ComparisonDocument} variables={asked} table={table} />
    </>
  );
}

const loadGround = async () => (await import('./ground/ground-sections.tsx')).GroundSections;

type GroundProps = Parameters<typeof GroundSections>[0];

/** What several parties have in common and what parts them; its code is loaded only where it is shown. */
function Ground(props: GroundProps) {
  const Sections = useLoaded(loadGround);
  return Sections === null ? null : <Sections {...props} />;
}
