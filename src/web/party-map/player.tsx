import { useId } from 'preact/hooks';
import { partyMapTexts } from '../texts/en-party-map.ts';
import type { Period } from './periods.ts';

interface Props {
  readonly periods: readonly Period[];
  readonly index: number;
  readonly isPlaying: boolean;
  readonly onPlay: () => void;
  readonly onYear: (index: number) => void;
}

/** A slider over the years, and a button that plays them. */
export function Player({ periods, index, isPlaying, onPlay, onYear }: Props) {
  const id = useId();
  const words = partyMapTexts;
  const label = periods[index]?.label ?? '';
  const last = periods.length - 1;
  return (
    <div class="player">
      <button type="button" onClick={onPlay} disabled={last === 0}>
        <span aria-hidden="true">{isPlaying ? '❚❚' : '►'}</span> {isPlaying ? words.pause : words.play}
      </button>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        value={index}
        aria-label={words.year}
        aria-valuetext={label}
        onInput={({ currentTarget }) => onYear(currentTarget.valueAsNumber)}
      />
      <output for={id}>{label}</output>
    </div>
  );
}
