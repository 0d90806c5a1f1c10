import type { Verdict } from '../../generated/graphql.ts';
import { count } from '../../texts/intl.ts';
import { texts } from '../../texts/texts.ts';
import { verdictSigns, verdicts, verdictWords } from '../../words/verdicts.ts';

interface Props {
  readonly counts: Readonly<Record<Verdict, number>>;
}

/** How many propositions have which verdict, as one bar; those that cannot be compared stand apart. */
export function VerdictBar({ counts }: Props) {
  const shown = verdicts.filter((verdict) => verdict !== 'UNKNOWN' && counts[verdict] > 0).reverse();
  return (
    <div class="verdict-bar">
      {shown.length > 0 && (
        <ul aria-label={texts.compare.verdictColumn}>
          {shown.map((verdict) => (
            <li
              key={verdict}
              class={`part verdict-${verdict.toLowerCase()}`}
              style={{ flexGrow: counts[verdict] }}
              title={`${count(counts[verdict])}: ${verdictWords[verdict].meaning}`}
            >
              <span class="sign" aria-hidden="true">
                {verdictSigns[verdict]}
              </span>{' '}
              {count(counts[verdict])} {texts.compare.onBar[verdict]}
            </li>
          ))}
        </ul>
      )}
      {counts.UNKNOWN > 0 && <p class="soft">{texts.compare.notKnown(counts.UNKNOWN)}</p>}
    </div>
  );
}
