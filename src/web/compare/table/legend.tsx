import { PositionMark } from '../../marks/position-mark.tsx';
import { texts } from '../../texts/texts.ts';
import { positions, type Standing, standingWords } from '../../words/positions.ts';

const shown: readonly Standing[] = [...positions, 'SPLIT', 'ABSENT', 'UNKNOWN'];

/** The meaning of the marks. */
export function Legend() {
  return (
    <dl class="legend" aria-label={texts.compare.legend}>
      {shown.map((standing) => (
        <div key={standing}>
          <dt>
            <PositionMark standing={standing} />
          </dt>
          <dd>{standingWords[standing].meaning}</dd>
        </div>
      ))}
      <div>
        <dt class="age">{texts.compare.ageMark}</dt>
        <dd>{texts.compare.ageMeaning}</dd>
      </div>
    </dl>
  );
}
