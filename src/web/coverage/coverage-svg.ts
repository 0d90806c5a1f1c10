import { ink, softInk } from '../take-away/picture-colours.ts';
import { picture, pictureText, serif } from '../take-away/picture-text.ts';
import { sourceLines } from '../take-away/source-lines.ts';
import { mapsTexts } from '../texts/en-maps.ts';
import { count } from '../texts/intl.ts';
import type { Grid } from './coverage-rows.ts';

const margin = 32;
const head = 92;
const names = 190;
const heads = 150;
const cell = { width: 52, height: 17 } as const;
const letterWidth = 6.6;
const lineHeight = 16;
const full = '#31408f';

interface Around {
  readonly title: string;
  /** The scope and the day in words. */
  readonly about: string;
  readonly revision: number;
}

/** Coverage as a picture: a row for each party, a column for each issue, the darker the more of it is known. */
export function coverageSvg({ columns, rows }: Grid, { title, about, revision }: Around): string {
  const left = margin + names;
  const top = margin + head + heads;
  const width = Math.max(620, left + columns.length * cell.width + margin + 60);
  const bottom = top + rows.length * cell.height;
  const source = sourceLines(revision, Math.floor((width - margin * 2) / letterWidth));
  const parts = [
    pictureText(margin, margin + 24, title, { size: 22, family: serif, weight: 600 }),
    pictureText(margin, margin + 46, about, { size: 13, fill: softInk }),
    pictureText(margin, margin + 66, mapsTexts.coverage.legend, { size: 12, fill: softInk }),
    ...columns.map(({ name, propositions }, column) =>
      pictureText(left + (column + 0.5) * cell.width, top - 8, `${name} (${count(propositions)})`, {
        size: 11,
        turned: -45,
      }),
    ),
    ...rows.flatMap(({ name, cells }, row) => [
      pictureText(left - 8, top + (row + 0.75) * cell.height, name, { size: 11.5, anchor: 'end' }),
      ...cells.map(({ held, propositions }, column) => {
        const [x, y] = [left + column * cell.width, top + row * cell.height];
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
    ...source.map((text, index) =>
      pictureText(margin, bottom + 28 + index * lineHeight, text, { size: 12, fill: softInk }),
    ),
  ];
  return picture(width, bottom + 28 + source.length * lineHeight + margin, `${title}, ${about}`, parts);
}
