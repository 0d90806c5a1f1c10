import { IssuePicker } from '../../compare/pick/issue-picker.tsx';
import { KindPicker } from '../../compare/pick/kind-picker.tsx';
import { Choice } from '../../fields/choice.tsx';
import type { MatrixChoicesQuery } from '../../generated/graphql.ts';
import { ScopeDetails } from '../../scope/scope-details.tsx';
import { ScopeFields } from '../../scope/scope-fields.tsx';
import { matrixTexts } from '../../texts/en-matrix.ts';
import type { Party } from '../pair.ts';
import type { Asked, Order } from '../question.ts';
import { PartyChoice } from './party-choice.tsx';
import './controls.css';

interface Props extends Asked {
  /** The available choices; null while loading. */
  readonly choices: MatrixChoicesQuery | null;
  /** The parties of the current matrix, for the names of the selected ones. */
  readonly parties: readonly Party[];
}

const words = matrixTexts.controls;

/** The controls of the matrix: parties, issues, kinds, day, measure and order; the rest of scope and policy is collapsed. */
export function Controls({ question, ask, choices, parties }: Props) {
  const rollCalls = choices?.dataset.counts.rollCalls ?? 0;
  const hasRollCalls = rollCalls > 0 || question.kinds?.includes('ROLL_CALL') === true;
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <PartyChoice question={question} ask={ask} parties={parties} />
      <IssuePicker question={question} ask={ask} issues={choices?.issues.nodes ?? null} />
      <KindPicker question={question} ask={ask} rollCalls={rollCalls} />
      <ScopeFields question={question} ask={ask} hasMeasure isCompared>
        <Choice
          label={words.order}
          value={question.order}
          options={Object.entries(words.orders)}
          change={(order) => ask({ order: order as Order })} // its options are these
        />
      </ScopeFields>
      <ScopeDetails question={question} ask={ask} hasRollCalls={hasRollCalls} />
    </form>
  );
}
