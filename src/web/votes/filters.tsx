import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { Choice } from '../fields/choice.tsx';
import { TypedField } from '../fields/typed-field.tsx';
import { IssueNamesDocument, type RollCallOrder, type VoteResult } from '../generated/graphql.ts';
import { votesTexts } from '../texts/en-votes.ts';
import { type Ask, filtersIn, type Question } from './question.ts';

interface Props {
  readonly question: Question;
  readonly ask: Ask;
  /** Names of parties by key, where they are known. */
  readonly named: ReadonlyMap<string, string>;
}

const noFilters = { symbol: '', years: '', series: [], issue: null, result: null, margin: null } as const;

/** The words and filters of a search of votes. On a phone the filters fold. */
export function VoteFilters({ question, ask, named }: Props) {
  const issues = useAnswer(IssueNamesDocument, {}).data?.issues.nodes ?? [];
  const filters = filtersIn(question);
  const { issue, result, margin, order, parties } = question;
  // Opened once by what the address restricts, and then by the reader.
  const [isOpen, open] = useState(filters > 0);
  const isWide = useWide();
  return (
    <search class="vote-search">
      <TypedField
        label={votesTexts.words}
        hint={votesTexts.wordsHint}
        value={question.words}
        change={(words) => ask({ words }, 'replace')}
      />
      <details
        class="vote-filters"
        open={isOpen || isWide}
        onToggle={({ currentTarget }) => isWide || open(currentTarget.open)}
      >
        <summary>
          {votesTexts.more}
          {filters > 0 && <span class="count"> {filters}</span>}
        </summary>
        <div class="vote-fields">
          <TypedField
            label={votesTexts.years}
            hint={votesTexts.yearsHint}
            value={question.years}
            pattern="\s*\d{4}(\s*[-–]\s*\d{4})?\s*"
            change={(years) => ask({ years }, 'replace')}
          />
          <TypedField
            label={votesTexts.series}
            hint={votesTexts.seriesHint}
            value={question.series.join(', ')}
            change={(text) => ask({ series: text.split(/[\s,]+/).filter((one) => one !== '') }, 'replace')}
          />
          <TypedField
            label={votesTexts.symbol}
            hint={votesTexts.symbolHint}
            value={question.symbol}
            change={(symbol) => ask({ symbol }, 'replace')}
          />
          <Choice
            label={votesTexts.issue}
            value={issue ?? ''}
            options={[['', votesTexts.anyIssue], ...issues.map(({ key, name }) => [key, name] as const)]}
            change={(value) => ask({ issue: value || null })}
          />
          <Choice
            label={votesTexts.result}
            value={result ?? ''}
            options={[['', votesTexts.anyResult], ...entriesOf(votesTexts.results)]}
            change={(value) => ask({ result: (value || null) as VoteResult | null })} // one of the options
          />
          <Choice
            label={votesTexts.closeness}
            value={String(margin ?? '')}
            options={votesTexts.margins.map(([most, words]) => [String(most ?? ''), words])}
            change={(value) => ask({ margin: value === '' ? null : Number(value) })}
          />
          <Choice
            label={votesTexts.order}
            value={order}
            options={entriesOf(votesTexts.orders)}
            change={(value) => ask({ order: value as RollCallOrder })} // one of the options
          />
        </div>
        {filters > 0 && (
          <button type="button" onClick={() => ask(noFilters)}>
            {votesTexts.clear}
          </button>
        )}
      </details>
      {parties.length > 0 && (
        <p class="vote-parties-shown">
          {votesTexts.parties(parties.map((key) => named.get(key) ?? key))}.{' '}
          <button type="button" class="inline" onClick={() => ask({ parties: [] })}>
            {votesTexts.withoutParties}
          </button>
        </p>
      )}
    </search>
  );
}

const entriesOf = (words: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(words);

const wide = '(min-width: 48rem)';

/** Whether there is room for the filters. */
function useWide(): boolean {
  const [isWide, set] = useState(() => matchMedia(wide).matches);
  useEffect(() => {
    const query = matchMedia(wide);
    const listen = () => set(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, []);
  return isWide;
}
