import { IssuePicker } from '../../compare/pick/issue-picker.tsx';
import type { MatrixChoicesQuery, Measure, NeutralPolicy, PropositionKind } from '../../generated/graphql.ts';
import { ScopeDetails } from '../../scope/scope-details.tsx';
import { matrixTexts } from '../../texts/en-matrix.ts';
import { measures, measureWords } from '../../words/measures.ts';
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

type KindChoice = keyof typeof words.kinds;
const kindsOf: Readonly<Record<KindChoice, readonly PropositionKind[] | null>> = {
  claims: null,
  'roll-calls': ['ROLL_CALL'],
  both: ['CLAIM', 'ROLL_CALL'],
};

/** The controls of the matrix: parties, issues, kinds, day, measure and order; the rest of scope and policy is collapsed. */
export function Controls({ question, ask, choices, parties }: Props) {
  const { kinds, asOf, measure, order } = question;
  const kindChoice: KindChoice =
    kinds === null || !kinds.includes('ROLL_CALL') ? 'claims' : kinds.length === 2 ? 'both' : 'roll-calls';
  const hasRollCalls = (choices?.dataset.counts.rollCalls ?? 0) > 0 || kindChoice !== 'claims';
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <PartyChoice question={question} ask={ask} parties={parties} />
      <IssuePicker question={question} ask={ask} issues={choices?.issues.nodes ?? null} />
      <div class="choice-row">
        {hasRollCalls && (
          <label>
            {words.about}
            <select
              value={kindChoice}
              onChange={({ currentTarget }) => ask({ kinds: kindsOf[currentTarget.value as KindChoice] })} // its options are these
            >
              <Options of={words.kinds} />
            </select>
          </label>
        )}
        <label>
          {words.asOf}
          <input
            type="date"
            value={asOf ?? ''}
            onChange={({ currentTarget }) => ask({ asOf: currentTarget.value || null })}
          />
        </label>
        <label>
          {words.measure}
          <select value={measure} onChange={({ currentTarget }) => ask({ measure: currentTarget.value as Measure })}>
            {measures.map((one) => (
              <option key={one} value={one}>
                {measureWords[one].name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.neutral}
          <select
            value={question.neutral}
            onChange={({ currentTarget }) => ask({ neutral: currentTarget.value as NeutralPolicy })}
          >
            <Options of={words.neutrals} />
          </select>
        </label>
        <label>
          {words.minimum}
          <input
            type="number"
            min={1}
            max={10_000}
            value={question.minimum}
            onChange={({ currentTarget }) =>
              ask({ minimum: Math.max(1, Math.floor(currentTarget.valueAsNumber || 1)) })
            }
          />
        </label>
        <label>
          {words.order}
          <select value={order} onChange={({ currentTarget }) => ask({ order: currentTarget.value as Order })}>
            <Options of={words.orders} />
          </select>
        </label>
      </div>
      <ScopeDetails question={question} ask={ask} hasRollCalls={hasRollCalls} />
    </form>
  );
}

/** The values of a select, each in words. */
const Options = ({ of }: { readonly of: Readonly<Record<string, string>> }) => (
  <>
    {Object.entries(of).map(([value, named]) => (
      <option key={value} value={value}>
        {named}
      </option>
    ))}
  </>
);
