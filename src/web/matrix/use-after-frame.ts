import { useEffect, useState } from 'preact/hooks';

/** False in the first drawing of a component and true after the browser has shown it: for what would hold it up. */
export function useAfterFrame(): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => setAfter(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isAfter;
}
