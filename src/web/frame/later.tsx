import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * What stands far below in a long view: it is made after the browser has painted what stands above, in a task of its own, so that the view can be used
 * meanwhile. Once it is there, it stays.
 */
export function Later({ children }: { readonly children: () => ComponentChildren }) {
  const [isTime, come] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => come(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isTime ? children() : null;
}
