import { useMemo } from 'preact/hooks';
import { Later } from '../frame/later.tsx';
import { Answer } from './answer/answer.tsx';
import type { Asked } from './ask.ts';
import { BehindComparison } from './behind-comparison.tsx';
import type { Compared } from './compared.ts';
import { Positions } from './positions.tsx';
import { comparisonVariables, type Question } from './question.ts';
import { useRows } from './table/use-rows.ts';
import { VerdictFilter } from './table/verdict-filter.tsx';

interface Props extends Asked {
  readonly comparison: Compared;
  /** The question that the comparison answers; `question`, which the controls show, may be a later one. */
  readonly answered: Question;
  /** The scope in words. */
  readonly scope: string;
}

/** The result of a comparison, from the picture of the answer to the documents. */
export function ComparisonShown({ question, ask, comparison, answered, scope }: Props) {
  const rows = useRows(comparison, comparisonVariables(answered));
  const behind = useMemo(
    () => <BehindComparison comparison={comparison} question={answered} scope={scope} all={rows.more.all} />,
    [comparison, answered, scope],
  );
  return (
    <>
      <Answer comparison={comparison} question={question} ask={ask} />
      <Positions comparison={comparison} question={answered} ask={ask} rows={rows}>
        <VerdictFilter comparison={comparison} question={question} ask={ask} />
      </Positions>
      <Later>{() => behind}</Later>
    </>
  );
}
