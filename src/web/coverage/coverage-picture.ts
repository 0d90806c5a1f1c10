import type { Drawn } from '../take-away/framed-picture.ts';
import { ink } from '../take-away/picture-colours.ts';
import { pictureText } from '../take-away/picture-text.ts';
import { count } from '../texts/intl.ts';
import type { Grid } from './coverage-rows.ts';

const names = 190;
const heads = 150;
const cell = { width: 52, height: 17 } as const;
const full = '#31408f';

/** Coverage as a picture: a row for each party, a column for each issue, the darker the more of it is known. */
export function coveragePicture({ columns, rows }: Grid): Drawn {
  const parts = [
    ...columns.map(({ name, propositions }, column) =>
      pictureText(names + (column + 0.5) * cell.width, heads - 8, `${name} (${count(propositions)})`, {
        size: 11,
        turned: -45,
      }),
    ),
    ...rows.flatMap(({ name, cells }, row) => [
      pictureText(names - 8, heads + (row + 0.75) * cell.height, name, { size: 11.5, anchor: 'end' }),
      ...cells.map(({ held, propositions }, column) => {
        const [x, y] = [names + column * cell.width, heads + row * cell.height];
        const share = held / Math.max(1, propositions);
        const box = `<rect x="${x}" y="${y}" width="${cell.width - 1}" height="${cell.height - 1}"`;
        if (held === 0) return `${box} fill="url(#hatch)"/>`;
        const number = pictureText(x + cell.width / 2, y + 12.5, count(held), {
          size: 11,
          anchor: 'middle',
          fill: share > 0.55 ? '#fff' : ink,
        });
        return `${box} fill="${full}" fill-opacity="${(0.08 + share * 0.92).toFixed(2)}"/>${number}`;
      }),
    ]),
  ];
  // The turned names of the last columns need room beside them.
  return {
    width: names + columns.length * cell.width + 90,
    height: heads + rows.length * cell.height,
    body: parts.join(''),
  };
}
