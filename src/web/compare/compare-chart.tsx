import { useAnswer } from '../api/use-answer.ts';
import type { ChartProps } from '../charts/chart.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { ChartWaiting } from '../charts/chart-waiting.tsx';
import { ComparisonDocument, LedgerDocument } from '../generated/graphql.ts';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { texts } from '../texts/texts.ts';
import { VerdictBar } from './answer/verdict-bar.tsx';
import type { Compared } from './compared.ts';
import { countedIn, countsOf } from './counted.ts';
import { Positions } from './positions.tsx';
import { comparisonVariables, parametersOf, type Question, readQuestion } from './question.ts';
import { useRows } from './table/use-rows.ts';
import { comparisonTable } from './take-away/comparison-table.ts';
import { useAnswered } from './use-answered.ts';
import '../charts/chart-body.css';
import './answer/answer.css';
import './compare.css';

/** A comparison for the frames of other sites: the sentence that answers, and the positions side by side. The view has all the rest. */
export function CompareChart({ parameters }: ChartProps) {
  const question = readQuestion({ parameters });
  const variables = question.parties.length === 0 ? null : comparisonVariables(question);
  const asking = useAnswer(ComparisonDocument, variables);
  const issues = useAnswer(LedgerDocument, {}).data?.issues.nodes ?? [];
  const comparison = asking.data?.comparison ?? null;
  const answered = useAnswered(question, asking.loading || asking.error !== null ? null : comparison);
  if (asking.error !== null || comparison === null || answered === null) {
    const nothing = variables === null ? texts.compare.choose : null;
    return <ChartWaiting title={texts.compare.title(question.parties)} asking={asking} nothing={nothing} />;
  }
  const scope = scopeInWords(answered, new Map(issues.map(({ key, name }) => [key, name])));
  return <CompareShown comparison={comparison} question={answered} scope={scope} busy={asking.loading} />;
}

interface Props {
  readonly comparison: Compared;
  readonly question: Question;
  readonly scope: string;
  readonly busy: boolean;
}

function CompareShown({ comparison, question, scope, busy }: Props) {
  const rows = useRows(comparison, comparisonVariables(question));
  const { asOf, asKnownAt } = comparison.scope;
  return (
    <ChartFrame
      name="compare"
      title={texts.answer(countedIn(comparison))}
      scope={scope}
      asOf={asOf}
      revision={asKnownAt}
      given={parametersOf(question)}
      table={comparisonTable(comparison, rows.rows.nodes)}
      busy={busy}
    >
      {comparison.parties.length > 1 && <VerdictBar counts={countsOf(comparison)} />}
      <Positions comparison={comparison} question={question} ask={null} rows={rows} />
    </ChartFrame>
  );
}
