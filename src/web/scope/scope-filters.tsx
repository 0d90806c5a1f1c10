import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { IssuePicker } from '../compare/pick/issue-picker.tsx';
import { KindPicker } from '../compare/pick/kind-picker.tsx';
import type { MatrixChoicesQuery } from '../generated/graphql.ts';
import { texts } from '../texts/texts.ts';
import type { AskedScope } from './asked-scope.ts';
import { ScopeDetails } from './scope-details.tsx';
import { ScopeFields } from './scope-fields.tsx';
import '../compare/filters.css';
import './scope-filters.css';

interface Props {
  readonly question: AskedScope;
  readonly ask: (change: Partial<AskedScope>) => void;
  /** The available choices; null while loading. */
  readonly choices: MatrixChoicesQuery | null;
  /** Whether the view lets choose the measure and the least shared; those that are about one measure alone do not. */
  readonly hasMeasure?: boolean;
  /** Whether the positions are compared at all, so that it matters how neutral ones count. */
  readonly isCompared?: boolean;
  /** Further fields of the view. */
  readonly children?: ComponentChildren;
}

/** The scope of a picture, which its heading says, as a row that unfolds to change it. */
export function ScopeFilters({ question, ask, choices, hasMeasure = false, isCompared = true, children }: Props) {
  const [isOpen, open] = useState(false);
  const rollCalls = choices?.dataset.counts.rollCalls ?? 0;
  const hasRollCalls = rollCalls > 0 || question.kinds?.includes('ROLL_CALL') === true;
  return (
    <details class="filters scope-filters" open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>
        <span class="fold">{isOpen ? texts.compare.filtersHide : texts.compare.filters}</span>
      </summary>
      {isOpen && (
        <form class="controls" onSubmit={(event) => event.preventDefault()}>
          <IssuePicker question={question} ask={ask} issues={choices?.issues.nodes ?? null} />
          <KindPicker question={question} ask={ask} rollCalls={rollCalls} />
          <ScopeFields {...{ question, ask, hasMeasure, isCompared }}>{children}</ScopeFields>
          <ScopeDetails question={question} ask={ask} hasRollCalls={hasRollCalls} />
        </form>
      )}
    </details>
  );
}
