import type { Verdict } from '../../generated/graphql.ts';
import { verdicts, verdictWords } from '../../words/verdicts.ts';
import type { Asked } from '../ask.ts';
import type { Compared } from '../compared.ts';

interface Props extends Asked {
  readonly comparison: Compared;
}

/** Selects the verdicts to show, with the number of propositions for each. */
export function VerdictFilter({ comparison, question, ask }: Props) {
  const counts: Readonly<Record<Verdict, number>> = {
    AGREE: comparison.agree.totalCount,
    DIVIDED: comparison.divided.totalCount,
    MIXED: comparison.mixed.totalCount,
    NEUTRAL: comparison.neutral.totalCount,
    UNKNOWN: comparison.unknown.totalCount,
  };
  const toggle = (verdict: Verdict) => {
    const shown = question.verdicts;
    ask({ verdicts: shown.includes(verdict) ? shown.filter((one) => one !== verdict) : [...shown, verdict] });
  };
  return (
    <fieldset class="verdict-filter">
      <legend>Show where they</legend>
      {verdicts.map((verdict) => (
        <label key={verdict} class={`choice verdict-choice verdict-choice-${verdict.toLowerCase()}`}>
          <input type="checkbox" checked={question.verdicts.includes(verdict)} onChange={() => toggle(verdict)} />
          <span class="sign" aria-hidden="true">
            {verdictWords[verdict].sign}
          </span>
          {verdictWords[verdict].filter} <span class="count">{counts[verdict]}</span>
        </label>
      ))}
    </fieldset>
  );
}
