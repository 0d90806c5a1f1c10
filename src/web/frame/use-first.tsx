import { useState } from 'preact/hooks';
import { chartTexts } from '../texts/en-charts.ts';

/** The first so many of a long list, and a button that shows all; null where all are shown. */
export function useFirst<Item>(items: readonly Item[], first: number) {
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, first);
  const rest =
    shown.length < items.length ? (
      <button type="button" class="show-all" onClick={() => showWhole(true)}>
        {chartTexts.showAll(items.length)}
      </button>
    ) : null;
  return { shown, rest };
}
