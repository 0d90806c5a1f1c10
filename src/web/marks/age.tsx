import { texts } from '../texts/texts.ts';
import { ageInWords, dateInWords } from '../words/dates.ts';
import './marks.css';

interface Props {
  readonly lastConfirmed: string;
  /** The day that the view shows. */
  readonly day: string;
}

/** "as of 2018" beside a position whose latest evidence is old by the day shown; nothing beside others. */
export function Age({ lastConfirmed, day }: Props) {
  const age = ageInWords(lastConfirmed, day);
  if (age === null) return null;
  return (
    <span class="age" title={texts.stance.confirmedOn(dateInWords(lastConfirmed))}>
      {age}
    </span>
  );
}
