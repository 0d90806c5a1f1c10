import { IssuePicker } from '../../compare/pick/issue-picker.tsx';
import type { MatrixChoicesQuery, Measure, NeutralPolicy, PropositionKind } from '../../generated/graphql.ts';
import { ScopeDetails } from '../../scope/scope-details.tsx';
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

type KindChoice = 'claims' | 'roll-calls' | 'both';
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
            About
            <select
              value={kindChoice}
              onChange={({ currentTarget }) => ask({ kinds: kindsOf[currentTarget.value as KindChoice] })} // its options are these
            >
              <option value="claims">claims</option>
              <option value="roll-calls">roll calls</option>
              <option value="both">both, pooled</option>
            </select>
          </label>
        )}
        <label>
          As of
          <input
            type="date"
            value={asOf ?? ''}
            onChange={({ currentTarget }) => ask({ asOf: currentTarget.value || null })}
          />
        </label>
        <label>
          Measure
          <select value={measure} onChange={({ currentTarget }) => ask({ measure: currentTarget.value as Measure })}>
            {measures.map((one) => (
              <option key={one} value={one}>
                {measureWords[one].name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Neutral positions
          <select
            value={question.neutral}
            onChange={({ currentTarget }) => ask({ neutral: currentTarget.value as NeutralPolicy })}
          >
            <option value="KEEP">count half way</option>
            <option value="EXCLUDE">are left out</option>
            <option value="COUNT_AS_OPPOSE">count as against (roll calls)</option>
          </select>
        </label>
        <label>
          At least shared
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
          Order
          <select value={order} onChange={({ currentTarget }) => ask({ order: currentTarget.value as Order })}>
            <option value="likeness">by likeness</option>
            <option value="name">by name</option>
            <option value="groups">by groups</option>
          </select>
        </label>
      </div>
      <ScopeDetails question={question} ask={ask} hasRollCalls={hasRollCalls} />
    </form>
  );
}
