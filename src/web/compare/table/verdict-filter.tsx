import type { Verdict } from '../../generated/graphql.ts';
import { count } from '../../texts/intl.ts';
import { texts } from '../../texts/texts.ts';
import { verdictSigns, verdicts } from '../../words/verdicts.ts';
import type { Asked } from '../ask.ts';
import type { Compared } from '../compared.ts';
import { countsOf } from '../counted.ts';

interface Props extends Asked {
  readonly comparison: Compared;
}

/** Selects the verdicts to show, with the number of propositions for each. */
export function VerdictFilter({ comparison, question, ask }: Props) {
  const counts = countsOf(comparison);
  const toggle = (verdict: Verdict) => {
    const shown = question.verdicts;
    ask({ verdicts: shown.includes(verdict) ? shown.filter((one) => one !== verdict) : [...shown, verdict] });
  };
  return (
    <fieldset class="verdict-filter">
      <legend>{texts.compare.show}</legend>
      {verdicts.map((verdict) => (
        <label key={verdict} class={`choice verdict-choice verdict-choice-${verdict.toLowerCase()}`}>
          <input type="checkbox" checked={question.verdicts.includes(verdict)} onChange={() => toggle(verdict)} />
          <span class="sign" aria-hidden="true">
            {verdictSigns[verdict]}
          </span>
          {texts.compare.filter[verdict]} <span class="count">{count(counts[verdict])}</span>
        </label>
      ))}
    </fieldset>
  );
}
