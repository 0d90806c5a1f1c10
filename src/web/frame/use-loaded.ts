import { useEffect, useState } from 'preact/hooks';

/**
 * A part whose code is loaded apart, once it is wanted. Null until it is there, and where it cannot be loaded: the view has to be complete without it.
 * `load` is the same function in every call.
 */
export function useLoaded<Part>(load: () => Promise<Part>, isWanted = true): Part | null {
  const [loaded, setLoaded] = useState<{ readonly part: Part } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    load().then(
      (part) => setLoaded({ part }),
      () => undefined,
    );
  }, [load, isWanted]);
  return loaded?.part ?? null;
}
