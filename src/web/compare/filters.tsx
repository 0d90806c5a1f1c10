import { useEffect, useState } from 'preact/hooks';
import type { LedgerQuery } from '../generated/graphql.ts';
import { Restrictions } from '../scope/restrictions.tsx';
import { texts } from '../texts/texts.ts';
import { dateInShort } from '../words/dates.ts';
import type { Asked } from './ask.ts';
import { DatePicker } from './dates/date-picker.tsx';
import { IssuePicker } from './pick/issue-picker.tsx';
import { KindPicker } from './pick/kind-picker.tsx';
import { PartyPicker } from './pick/party-picker.tsx';
import type { Question } from './question.ts';
import './filters.css';

interface Props extends Asked {
  readonly ledger: LedgerQuery | null;
  /** The question whose answer is shown; null before the first. */
  readonly answered: Question | null;
  readonly named: readonly { readonly key: string; readonly name: string }[];
  readonly scope: string;
  /** Whether there is nothing else to do: nobody is chosen, or the question is refused. */
  readonly isNeeded: boolean;
}

/** The question as a row that says it and unfolds to change it. */
export function Filters({ question, ask, ledger, answered, named, scope, isNeeded }: Props) {
  const [isOpen, open] = useState(isNeeded);
  useEffect(() => {
    if (isNeeded) open(true);
  }, [isNeeded]);
  const change = { question, ask };
  const nameOf = (key: string) => named.find((party) => party.key === key)?.name ?? key;
  return (
    <details class="filters" open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>
        <span class="asked">
          <span class="asked-parties">{texts.capital(texts.who(question.parties.map(nameOf)))}</span>
          <span>{scope}</span>
          {question.asOf !== null && <span>{dateInShort(question.asOf)}</span>}
        </span>
        <span class="fold">{isOpen ? texts.compare.filtersHide : texts.compare.filters}</span>
      </summary>
      {isOpen && (
        <form class="controls" onSubmit={(event) => event.preventDefault()}>
          <PartyPicker {...change} named={named} />
          <IssuePicker {...change} issues={ledger?.issues.nodes ?? null} />
          <KindPicker {...change} rollCalls={ledger?.dataset.counts.rollCalls ?? 0} />
          <Restrictions {...change} />
          <DatePicker {...change} answered={answered} ledger={ledger} />
        </form>
      )}
    </details>
  );
}
