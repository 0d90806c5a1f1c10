import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What is still to be made, in the order in which it was asked for. */
const waiting = new Set<() => void>();

/** Makes one thing after each frame that the browser paints, as long as something waits. */
function makeNext() {
  requestAnimationFrame(() =>
    setTimeout(() => {
      const [make] = waiting;
      if (make === undefined) return;
      waiting.delete(make);
      make();
      if (waiting.size > 0) makeNext();
    }),
  );
}

/** Makes something when it is its turn; what is returned takes that back. */
function makeLater(make: () => void): () => void {
  waiting.add(make);
  if (waiting.size === 1) makeNext();
  return () => void waiting.delete(make);
}

/**
 * What stands far below in a long view: it is made after the browser has painted what stands above, in a task of its own, so that the view can be used
 * meanwhile. Once it is there, it stays.
 */
export function Later({ children }: { readonly children: () => ComponentChildren }) {
  const [isTime, come] = useState(false);
  useEffect(() => makeLater(() => come(true)), []);
  return isTime ? children() : null;
}

interface InPartsProps<Item> {
  readonly items: readonly Item[];
  /** How many items a part has. */
  readonly size: number;
  readonly children: (item: Item, index: number) => ComponentChildren;
  /** The index of the first item. */
  readonly from?: number;
}

/** A long list, the first part of it at once, each other part when the browser has painted the one before. */
export function InParts<Item>({ items, size, children, from = 0 }: InPartsProps<Item>) {
  const next = from + size;
  return (
    <>
      {items.slice(from, next).map((item, index) => children(item, from + index))}
      {next < items.length && <Later>{() => <InParts {...{ items, size, children }} from={next} />}</Later>}
    </>
  );
}
