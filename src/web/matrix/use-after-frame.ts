import { useEffect, useState } from 'preact/hooks';

/** False in the first rendering of a component and true after the browser has painted it: for content that would delay it. */
export function useAfterFrame(): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => setAfter(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isAfter;
}
