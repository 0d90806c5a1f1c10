import { PositionMark } from '../../marks/position-mark.tsx';
import { positions, type Standing, standingWords } from '../../words/positions.ts';

const shown: readonly Standing[] = [...positions, 'SPLIT', 'ABSENT', 'UNKNOWN'];

/** The meaning of the marks. */
export function Legend() {
  return (
    <dl class="legend" aria-label="What the marks mean">
      {shown.map((standing) => (
        <div key={standing}>
          <dt>
            <PositionMark standing={standing} />
          </dt>
          <dd>{standingWords[standing].meaning}</dd>
        </div>
      ))}
      <div>
        <dt class="age">as of 2000</dt>
        <dd>last confirmed that year, more than five years before the day shown</dd>
      </div>
    </dl>
  );
}
