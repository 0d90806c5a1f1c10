import type { Measure } from '../../generated/graphql.ts';
import { softInk } from '../../take-away/picture-colours.ts';
import { picture, pictureText, serif } from '../../take-away/picture-text.ts';
import { sourceLines } from '../../take-away/source-lines.ts';
import { matrixTexts } from '../../texts/en-matrix.ts';
import { leastOf, measureWords, valueInWords } from '../../words/measures.ts';
import { colourAt, hexOf, scaleFraction } from '../colour/scale.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';

const margin = 32;
const labels = 150;
const head = 104;
const letterWidth = 6.6;
const lineHeight = 16;
const scaleWidth = 240;
const shades = 64;

interface Around {
  readonly title: string;
  /** The scope and the day in words. */
  readonly about: string;
  readonly revision: number;
}

/** A matrix as a picture with its title, scope, scale and source. All cells of one shade are one path, so that it stays small. */
export function matrixSvg(matrix: OrderedMatrix, measure: Measure, { title, about, revision }: Around): string {
  const { parties } = matrix;
  const cell = Math.max(7, Math.min(28, Math.floor(1200 / Math.max(1, parties.length))));
  const left = margin + labels;
  const top = margin + head + labels;
  const side = cell * parties.length;
  const size = Math.min(12, cell * 0.85);
  const width = Math.max(left + side + margin, 560);
  const source = sourceLines(revision, Math.floor((width - margin * 2) / letterWidth));
  const names = parties.flatMap(({ name }, index) => {
    const middle = (index + 0.5) * cell;
    const letters = { size, anchor: 'end' } as const;
    return [
      pictureText(left - 6, top + middle + size * 0.35, name, letters),
      pictureText(left + middle + size * 0.35, top - 6, name, { size, turned: -90 }),
    ];
  });
  const parts = [
    pictureText(margin, margin + 24, title, { size: 24, family: serif, weight: 600 }),
    pictureText(margin, margin + 46, about, { size: 13, fill: softInk }),
    ...scale(measure, margin, margin + 64),
    ...names,
    `<rect x="${left}" y="${top}" width="${side}" height="${side}" fill="url(#hatch)"/>`,
    ...cellPaths(matrix, measure, cell, left, top),
    ...source.map((line, index) =>
      pictureText(margin, top + side + 32 + index * lineHeight, line, { size: 12, fill: softInk }),
    ),
  ];
  return picture(width, top + side + 32 + source.length * lineHeight + margin, `${title}, ${about}`, parts);
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

function scale(measure: Measure, x: number, y: number): readonly string[] {
  const { name } = measureWords[measure];
  const least = leastOf(measure);
  const width = scaleWidth / shades;
  const blocks = Array.from(
    { length: shades },
    (_, shade) =>
      `<rect x="${x + shade * width}" y="${y}" width="${width + 0.5}" height="12" fill="${hexOf(colourAt(shade / (shades - 1), 'light'))}"/>`,
  );
  const ticks = [0, 0.5, 1].map((fraction) => {
    const anchor = fraction === 0 ? 'start' : fraction === 1 ? 'end' : 'middle';
    const value = valueInWords(least + fraction * (1 - least), 1);
    return pictureText(x + fraction * scaleWidth, y + 27, value, { size: 11, fill: softInk, anchor });
  });
  const unknownAt = x + scaleWidth + 130;
  return [
    ...blocks,
    ...ticks,
    pictureText(x + scaleWidth + 10, y + 11, name, { size: 12 }),
    `<rect x="${unknownAt}" y="${y}" width="24" height="12" fill="url(#hatch)" stroke="${softInk}" stroke-dasharray="2 3"/>`,
    pictureText(unknownAt + 32, y + 11, matrixTexts.legend.unknownShort, { size: 12 }),
  ];
}
