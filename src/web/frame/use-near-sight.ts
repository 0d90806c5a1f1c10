import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How far below the window something may be when it is made, so that it is there when it is scrolled to. */
const ahead = '600px';

/** Whether the window has come near a place in the view, for what is not worth its code or its work before. */
export function useNearSight(place: RefObject<Element | null>): boolean {
  const [isNear, come] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        come(true);
      },
      { rootMargin: ahead },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return isNear;
}
