import { useEffect, useState } from 'preact/hooks';
import worldAddress from 'world-atlas/countries-110m.json?world';
import type { World } from './shapes/world-shapes.ts';

let loading: Promise<World> | null = null;

/** The shapes of the countries; null while they are loading. Loaded once, from the server of the page. */
export function useWorld(): World | 'FAILED' | null {
  const [world, setWorld] = useState<World | 'FAILED' | null>(null);
  useEffect(() => {
    let isGone = false;
    loading ??= load();
    loading.then(
      (found) => !isGone && setWorld(found),
      () => {
        loading = null;
        if (!isGone) setWorld('FAILED');
      },
    );
    return () => {
      isGone = true;
    };
  }, []);
  return world;
}

async function load(): Promise<World> {
  const response = await fetch(worldAddress);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as World; // a file of the page's own build
}
