import { useEffect, useState } from 'preact/hooks';
import { ChartPart } from '../charts/chart-part.tsx';
import { ComparisonDocument } from '../generated/graphql.ts';
import { scopeParameters } from '../scope/asked-scope.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
import { Watch } from '../take-away/watch.tsx';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';
import { JointDocuments } from './agreement/joint-documents.tsx';
import { Answer } from './answer/answer.tsx';
import type { Asked } from './ask.ts';
import type { Compared } from './compared.ts';
import { countedIn } from './counted.ts';
import type { GroundSections } from './ground/ground-sections.tsx';
import { comparisonVariables, type Question } from './question.ts';
import { Receipt } from './receipt/receipt.tsx';
import { Legend } from './table/legend.tsx';
import { PositionCards } from './table/position-cards.tsx';
import { PositionTable } from './table/position-table.tsx';
import { useNarrow } from './table/use-narrow.ts';
import { useRows } from './table/use-rows.ts';
import { VerdictFilter } from './table/verdict-filter.tsx';

interface Props extends Asked {
  readonly comparison: Compared;
  readonly variables: ReturnType<typeof comparisonVariables> | null;
  /** The scope in words. */
  readonly scope: string;
}

/** The result of a comparison, from the picture of the answer to the documents. */
export function ComparisonShown({ question, ask, comparison, variables, scope: scopeWords }: Props) {
  const { rows, more } = useRows(comparison, variables);
  const isNarrow = useNarrow();
  const { parties, scope, jointDocuments } = comparison;
  const asked = variables ?? comparisonVariables(question);
  const name = `concord-${parties.length > 6 ? `${parties.length}-parties` : parties.map(({ key }) => key).join('-')}-${scope.asOf}-revision-${scope.asKnownAt}`;
  const table = {
    name: 'comparison',
    parameters: { parties: asked.parties, scope: asked.scope, policy: asked.policy, verdicts: asked.verdicts },
  };
  const words = texts.compare;
  const shown = { parties, rows: rows.nodes, day: scope.asOf, question, ask };
  const headline = texts.answer(countedIn(comparison));
  return (
    <>
      <Answer comparison={comparison} question={question} ask={ask} />
      <section class="position-section" aria-labelledby="positions">
        <div class="section-head">
          <h2 id="positions">{words.positions}</h2>
          <VerdictFilter comparison={comparison} question={question} ask={ask} />
        </div>
        {rows.nodes.length > 0 && (isNarrow ? <PositionCards {...shown} /> : <PositionTable {...shown} />)}
        {rows.nodes.length === 0 && (
          <p class="notice">{comparison.unknown.totalCount > 0 ? words.noneCompared : words.nothingHeld}</p>
        )}
        {rows.remaining > 0 && (
          <p class="more">
            <button type="button" onClick={more.load} disabled={more.loading}>
              {more.loading ? words.loading : words.more(Math.min(100, rows.remaining))}
            </button>{' '}
            {words.shown(rows.nodes.length, rows.total)}
            {more.failed && <span role="alert">{words.moreFailed}</span>}
          </p>
        )}
        <details class="legend-fold">
          <summary>{words.legend}</summary>
          <Legend />
        </details>
      </section>
      {parties.length > 1 && <ChartPart name="trend" given={trendGiven(question)} />}
      {parties.length > 2 && <Ground question={question} parties={parties} />}
      <Receipt key={JSON.stringify(variables)} question={question} parties={parties} />
      <JointDocuments documents={jointDocuments} parties={parties} isFolded={isNarrow} />
      <TakeAway
        name={name}
        cited={{
          title: headline,
          scope: `${scopeWords}, ${dateInWords(scope.asOf)}`,
          revision: scope.asKnownAt,
        }}
        forms={{
          csv: async () => (await import('./take-away/taken-comparison.ts')).takenCsv(comparison, asked),
          json: async () => (await import('./take-away/taken-comparison.ts')).takenJson(comparison, asked),
          picture: async () =>
            (await import('./take-away/comparison-picture.ts')).comparisonPicture(comparison, await more.all()),
        }}
      />
      <Watch table={table} />
      <QueryBehind document={ComparisonDocument} variables={asked} table={table} />
    </>
  );
}

/** What of the comparison is also the trend's. */
const trendGiven = (question: Question) => ({ parties: question.parties, ...scopeParameters(question) });

type GroundProps = Parameters<typeof GroundSections>[0];

/** What several parties have in common and what parts them; its code is loaded only where it is shown. */
function Ground(props: GroundProps) {
  const [Sections, setSections] = useState<typeof GroundSections | null>(null);
  useEffect(() => {
    import('./ground/ground-sections.tsx').then(
      (loaded) => setSections(() => loaded.GroundSections),
      () => {}, // the sections are then not there; the comparison is complete without them
    );
  }, []);
  return Sections === null ? null : <Sections {...props} />;
}
