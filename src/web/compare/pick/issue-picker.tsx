import type { LedgerQuery } from '../../generated/graphql.ts';
import { texts } from '../../texts/texts.ts';
import type { Question } from '../question.ts';
import './pick.css';

interface Props {
  readonly question: Pick<Question, 'issues'>;
  readonly ask: (change: Pick<Question, 'issues'>) => void;
  /** The issues of the ledger; null while loading. */
  readonly issues: LedgerQuery['issues']['nodes'] | null;
}

/** Selects issues; none selected means all. */
export function IssuePicker({ question, ask, issues }: Props) {
  const chosen = question.issues ?? [];
  const toggle = (key: string) => {
    const next = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
    ask({ issues: next.length === 0 ? null : next });
  };
  return (
    <fieldset class="picker issue-picker">
      <legend>{texts.compare.issues}</legend>
      <label class="choice">
        <input type="checkbox" checked={chosen.length === 0} onChange={() => ask({ issues: null })} />
        {texts.compare.allIssues}
      </label>
      {issues?.map(({ key, name, summary }) => (
        <label key={key} class="choice" title={summary ?? undefined}>
          <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
