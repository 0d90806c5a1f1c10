import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Choice } from '../fields/choice.tsx';
import { EnteredInput } from '../fields/entered-input.tsx';
import type { Measure, NeutralPolicy } from '../generated/graphql.ts';
import { scopeTexts } from '../texts/en-scope.ts';
import { texts } from '../texts/texts.ts';
import { measures, measureWords } from '../words/measures.ts';
import type { AskedScope } from './asked-scope.ts';
import './scope-fields.css';

interface Props {
  readonly question: AskedScope;
  readonly ask: (change: Partial<AskedScope>) => void;
  /** Whether the measure and the least shared are chosen. */
  readonly hasMeasure: boolean;
  /** Whether the positions are compared at all, so that it matters how neutral ones count. */
  readonly isCompared: boolean;
  /** Further fields of the view. */
  readonly children?: ComponentChildren;
}

/** The day, the measure and the policy of a scope. */
export function ScopeFields({ question, ask, hasMeasure, isCompared, children }: Props) {
  const id = useId();
  return (
    <div class="scope-fields">
      <div class="field">
        <label for={`${id}-day`}>{texts.compare.day}</label>
        <EnteredInput
          id={`${id}-day`}
          type="date"
          value={question.asOf ?? ''}
          enter={(input) => ask({ asOf: input.value || null })}
        />
      </div>
      {hasMeasure && (
        <Choice
          label={scopeTexts.measure}
          value={question.measure}
          options={measures.map((one) => [one, measureWords[one].name])}
          change={(measure) => ask({ measure: measure as Measure })} // its options are these
        />
      )}
      {isCompared && (
        <Choice
          label={scopeTexts.neutral}
          value={question.neutral}
          options={Object.entries(scopeTexts.neutrals)}
          change={(neutral) => ask({ neutral: neutral as NeutralPolicy })} // its options are these
        />
      )}
      {hasMeasure && (
        <div class="field">
          <label for={`${id}-minimum`}>{scopeTexts.minimum}</label>
          <EnteredInput
            id={`${id}-minimum`}
            type="number"
            min={1}
            max={10_000}
            value={String(question.minimum)}
            enter={(input) => ask({ minimum: Math.max(1, Math.floor(input.valueAsNumber || 1)) })}
          />
        </div>
      )}
      {children}
    </div>
  );
}
