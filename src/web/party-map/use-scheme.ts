import { useEffect, useState } from 'preact/hooks';
import type { Scheme } from '../matrix/colour/scale.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const reduced = matchMedia('(prefers-reduced-motion: reduce)');

/** The colour scheme in which a canvas is to be painted: that of the page, on paper the light one. */
export function useScheme(): Scheme {
  const [isDark, setDark] = useState(dark.matches);
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const listen = () => setDark(dark.matches);
    const print = () => setPrinting(true);
    const after = () => setPrinting(false);
    dark.addEventListener('change', listen);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', after);
    return () => {
      dark.removeEventListener('change', listen);
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', after);
    };
  }, []);
  const { theme } = document.documentElement.dataset;
  return (theme === undefined ? isDark : theme === 'dark') && !isPrinting ? 'dark' : 'light';
}

/** Whether the user wants nothing to move that need not. */
export const prefersStillness = (): boolean => reduced.matches;
