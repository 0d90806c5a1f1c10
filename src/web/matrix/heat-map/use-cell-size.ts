import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const smallest = 3;
const largest = 44;
/** Below this width codes are shown instead of names. */
const narrow = 600;

/** How a matrix fits into an element. */
export interface Fit {
  /** Width and height of a cell, in whole pixels, so that all are equal. */
  readonly cell: number;
  readonly isNarrow: boolean;
}

/** The size of cells with which a matrix of so many rows fits into the width of an element, times a zoom; null before the first layout. */
export function useCellSize(frame: RefObject<HTMLElement | null>, count: number, zoom: number): Fit | null {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (width === 0) return null;
  const isNarrow = width < narrow;
  const labels = isNarrow ? 56 : 150;
  const room = Math.min(width - labels, Math.max(480, innerHeight * 1.15));
  const fitting = Math.floor(room / Math.max(1, count));
  return { cell: Math.min(largest, Math.max(smallest, fitting)) * zoom, isNarrow };
}
