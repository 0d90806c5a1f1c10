import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { useFollow } from '../../charts/use-follow.ts';
import type { Measure } from '../../generated/graphql.ts';
import { matrixTexts } from '../../texts/en-matrix.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';
import { pairAt } from '../pair.ts';
import { ChosenCell } from './chosen-cell.tsx';
import { Gutter } from './gutter.tsx';
import { type Cell, moved } from './moved.ts';
import { Painting } from './painting.tsx';
import { Readout } from './readout.tsx';
import { useCellSize } from './use-cell-size.ts';
import { Values } from './values.tsx';
import './heat-map.css';

interface Props {
  readonly matrix: OrderedMatrix;
  readonly measure: Measure;
  readonly minimum: number;
  readonly zoom: number;
  /** The address of the comparison of two parties. */
  readonly hrefOf: (one: string, other: string) => string;
}

const labelHeight = 11;
const roomForLines = 8;
const roomForValues = 32;
const firstPair: Cell = { row: 0, column: 1 };

/**
 * A matrix as coloured cells. The pointer or the arrow keys select one; its values are shown beside the map, and it is a link to the comparison. For a screen
 * reader it is a grid that contains only the selected cell.
 */
export function HeatMap({ matrix, measure, minimum, zoom, hrefOf }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const id = useId();
  const follow = useFollow();
  const { parties } = matrix;
  const count = parties.length;
  const { cell: size, isNarrow } = useCellSize(frame, count, zoom) ?? { cell: 0, isNarrow: false };
  const [cell, choose] = useState<Cell | null>(null);
  const [isPointed, setPointed] = useState(false);
  // Touch has no hover: the first tap shows the cell, the second follows the link.
  const follows = useRef(true);
  const pair = cell === null ? null : pairAt(matrix, cell.row, cell.column);
  const href = pair === null || pair.isItself ? null : hrefOf(pair.one.key, pair.other.key);
  const cellId = ({ row, column }: Cell) => `${id}-${row}-${column}`;

  const colours = useMemo(
    () => (
      <div aria-hidden="true">
        <Painting matrix={matrix} measure={measure} scheme="light" />
        <Painting matrix={matrix} measure={measure} scheme="dark" />
        {matrix.bands.map(({ number, from, size: rows }) => (
          <span key={number} class="band" style={{ '--from': from, '--size': rows }} />
        ))}
        {size >= roomForValues && <Values matrix={matrix} measure={measure} />}
      </div>
    ),
    [matrix, measure, size >= roomForValues],
  );

  const point = ({ clientX, clientY, pointerType, type }: PointerEvent) => {
    if (field.current === null || size === 0) return;
    const { left, top } = field.current.getBoundingClientRect();
    const at = (distance: number) => Math.min(count - 1, Math.max(0, Math.floor(distance / size)));
    const [row, column] = [at(clientY - top), at(clientX - left)];
    const isSame = row === cell?.row && column === cell.column;
    if (type === 'pointerdown') follows.current = pointerType === 'mouse' || isSame;
    setPointed(pointerType === 'mouse');
    if (!isSame) choose({ row, column });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const next = moved(cell ?? firstPair, event, count);
    if (event.key === 'Enter' && href !== null) follow(href);
    if (next === null) return;
    event.preventDefault();
    setPointed(false);
    choose(next);
    keepInView(frame.current, field.current, next, size);
  };
  const gutter = { parties, isNarrow, step: Math.max(1, Math.ceil(labelHeight / Math.max(1, size))) };
  return (
    <div class="heat-map" style={{ '--count': count, '--cell': `${size}px` }}>
      <Readout pair={pair} href={href} measure={measure} minimum={minimum} />
      <div class={`heat-map-frame${isNarrow ? ' narrow' : ''}${zoom > 1 ? ' zoomed' : ''}`} ref={frame}>
        {size > 0 && (
          <div class="heat-map-sheet">
            <div class="corner" />
            <Gutter {...gutter} along="columns" now={cell?.column ?? null} />
            <Gutter {...gutter} along="rows" now={cell?.row ?? null} />
            {/* biome-ignore lint/a11y/useSemanticElements: the cells are painted, a table would be 40,000 elements */}
            <div
              ref={field}
              class={size >= roomForLines ? 'grid-field ruled' : 'grid-field'}
              role="grid"
              tabIndex={0}
              aria-label={matrixTexts.map.label}
              aria-describedby={`${id}-keys`}
              aria-rowcount={count}
              aria-colcount={count}
              aria-activedescendant={cell === null ? undefined : cellId(cell)}
              onKeyDown={onKeyDown}
              onFocus={() => cell === null && choose(firstPair)}
              onPointerDown={point}
              onPointerMove={point}
              onPointerLeave={() => setPointed(false)}
            >
              {colours}
              {cell !== null && pair !== null && (
                <ChosenCell
                  key={cellId(cell)}
                  id={cellId(cell)}
                  cell={cell}
                  pair={pair}
                  measure={measure}
                  href={href}
                  tip={
                    isPointed
                      ? `${cell.row > count / 2 ? 'above' : ''} ${cell.column > count / 2 ? 'before' : ''}`
                      : null
                  }
                  onFollow={(event) => {
                    if (!follows.current) event.preventDefault();
                    follows.current = true;
                  }}
                />
              )}
            </div>
          </div>
        )}
      </div>
      <p id={`${id}-keys`} class="unseen">
        {matrixTexts.map.keys}
      </p>
    </div>
  );
}

/** Scrolls a map that does not fit, so that a cell is completely visible beside the names. */
function keepInView(frame: HTMLElement | null, field: HTMLElement | null, { row, column }: Cell, size: number): void {
  if (frame === null || field === null) return;
  const [left, top] = [field.offsetLeft, field.offsetTop];
  const [x, y] = [column * size, row * size];
  const within = (now: number, from: number, room: number) => Math.min(from, Math.max(now, from + size - room));
  frame.scrollTo(
    within(frame.scrollLeft, x, frame.clientWidth - left),
    within(frame.scrollTop, y, frame.clientHeight - top),
  );
}
