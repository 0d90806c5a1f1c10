import type { Measure } from '../../generated/graphql.ts';
import type { Drawn } from '../../take-away/framed-picture.ts';
import { ink } from '../../take-away/picture-colours.ts';
import { pictureText } from '../../take-away/picture-text.ts';
import { colourAt, hexOf, scaleFraction } from '../colour/scale.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';
import { pictureScale } from './picture-scale.ts';

const labels = 150;
const head = 40;
const shades = 64;

/** A matrix as it is drawn, with its scale. All cells of one shade are one path, so that it stays small. */
export function matrixPicture(matrix: OrderedMatrix, measure: Measure): Drawn {
  const { parties } = matrix;
  const cell = Math.max(7, Math.min(28, Math.floor(1200 / Math.max(1, parties.length))));
  const left = labels;
  const top = head + labels;
  const side = cell * parties.length;
  const size = Math.min(12, cell * 0.85);
  const names = parties.flatMap(({ name }, index) => {
    const middle = (index + 0.5) * cell;
    const letters = { size, anchor: 'end' } as const;
    return [
      pictureText(left - 6, top + middle + size * 0.35, name, letters),
      pictureText(left + middle + size * 0.35, top - 6, name, { size, turned: -90 }),
    ];
  });
  const parts = [
    ...pictureScale(measure, 0, 0),
    ...names,
    `<rect x="${left}" y="${top}" width="${side}" height="${side}" fill="url(#hatch)"/>`,
    ...cellPaths(matrix, measure, cell, left, top),
    ...matrix.bands.map(({ from, size: rows }) => {
      const [x, y] = [left + from * cell, top + from * cell];
      return `<rect x="${x}" y="${y}" width="${rows * cell}" height="${rows * cell}" fill="none" stroke="${ink}" stroke-width="2"/>`;
    }),
  ];
  return { width: left + side, height: top + side, body: parts.join('') };
}

function cellPaths({ values }: OrderedMatrix, measure: Measure, cell: number, left: number, top: number) {
  const paths = Array.from({ length: shades }, () => '');
  let diagonal = '';
  for (const [row, line] of values.entries()) {
    for (const [column, value] of line.entries()) {
      const square = `M${left + column * cell} ${top + row * cell}h${cell}v${cell}h-${cell}z`;
      if (row === column) diagonal += square;
      else if (value !== null) paths[Math.round(scaleFraction(measure, value) * (shades - 1))] += square;
    }
  }
  const filled = paths.map((path, shade) => [path, hexOf(colourAt(shade / (shades - 1), 'light'))] as const);
  return [...filled, [diagonal, '#fff'] as const].flatMap(([path, colour]) =>
    path === '' ? [] : [`<path d="${path}" fill="${colour}" shape-rendering="crispEdges"/>`],
  );
}
