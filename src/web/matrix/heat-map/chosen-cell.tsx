import type { Measure } from '../../generated/graphql.ts';
import { type Pair, pairInShort } from '../pair.ts';
import type { Cell } from './moved.ts';

interface Props {
  readonly id: string;
  readonly cell: Cell;
  readonly pair: Pair;
  readonly measure: Measure;
  /** The comparison of the two; null for a party with itself. */
  readonly href: string | null;
  /** Side of the tooltip at the pointer, away from the edges; null without a pointer. */
  readonly tip: string | null;
  readonly onFollow: (event: MouseEvent) => void;
}

/** The frame around the selected cell, which is a link; for a screen reader, the only cell of the grid. */
export function ChosenCell({ id, cell, pair, measure, href, tip, onFollow }: Props) {
  const gridPosition = { '--row': cell.row, '--column': cell.column };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of one cell would suggest that there are no others
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the cell
    <div role="row" aria-rowindex={cell.row + 1}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div role="gridcell" id={id} aria-colindex={cell.column + 1} class="cell-now" style={gridPosition}>
        <span class="unseen">{pairInShort(pair, measure)}</span>
        {href !== null && (
          // biome-ignore lint/a11y/useAnchorContent: the cell describes the target of the link, and Enter follows it
          <a href={href} tabIndex={-1} aria-hidden="true" onClick={onFollow} />
        )}
        {tip !== null && (
          <span class={`tip ${tip}`} aria-hidden="true">
            {pairInShort(pair, measure)}
          </span>
        )}
      </div>
    </div>
  );
}
