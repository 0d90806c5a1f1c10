import { useEffect, useState } from 'preact/hooks';

/** Narrower than a table with two parties needs; paper, whose width is another, is never narrow. */
const query = 'screen and (max-width: 47.99rem)';

/** Whether the screen is so narrow that a row of a table has to be a card. */
export function useNarrow(): boolean {
  const [isNarrow, set] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const look = () => set(media.matches);
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, []);
  return isNarrow;
}
