import { countsOf, type Tally, tallyInWords } from './voted.ts';
import './tally-bar.css';

/** The result of a vote as a bar of yes, no, abstained and absent; its text says the numbers. Nothing where none are recorded. */
export function TallyBar({ tally, withNumbers = false }: { readonly tally: Tally; readonly withNumbers?: boolean }) {
  const counts = countsOf(tally).filter(({ number }) => number > 0);
  if (counts.length === 0) return null;
  return (
    <div class="tally">
      <div class={withNumbers ? 'tally-bar tall' : 'tally-bar'} aria-hidden="true">
        {counts.map(({ as, number }) => (
          <span key={as} class={`voted-${as.toLowerCase()}`} style={{ '--share': number }}>
            {withNumbers && number}
          </span>
        ))}
      </div>
      <p class="tally-words">{tallyInWords(tally).join(' · ')}</p>
    </div>
  );
}
