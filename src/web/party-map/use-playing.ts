import { useEffect, useRef } from 'preact/hooks';
import { prefersStillness } from './use-scheme.ts';

interface Playing {
  readonly isPlaying: boolean;
  readonly index: number;
  readonly count: number;
  readonly paintAt: (time: number) => void;
  readonly onYear: (index: number) => void;
}

/** How long a year takes. */
const yearMs = 800;

/**
 * Plays the years: paints each frame itself, and tells only when it has come to a year. Who wants nothing to move sees one year after the other
 * instead. Returns the time in years as painted last.
 */
export function usePlaying({ isPlaying, index, count, paintAt, onYear }: Playing): { readonly current: number } {
  const time = useRef(index);
  const told = useRef(onYear);
  told.current = onYear;
  if (!isPlaying) time.current = index;
  useEffect(() => {
    if (!isPlaying) return;
    let frame = 0;
    let before: number | null = null;
    let passed = time.current;
    const isStill = prefersStillness();
    const step = (now: number) => {
      passed += (before === null ? 0 : Math.min(now - before, 100)) / yearMs;
      before = now;
      const last = count - 1;
      const year = Math.min(Math.floor(passed), last);
      const isNewYear = year !== Math.floor(time.current);
      time.current = passed >= last ? last : isStill ? year : passed;
      if (!isStill || isNewYear) paintAt(time.current);
      if (isNewYear || passed >= last) told.current(year);
      if (passed < last) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, count]);
  return time;
}
