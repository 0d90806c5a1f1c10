import { groupColours, markPath } from '../party-map/marks.ts';
import { ink, softInk } from '../take-away/picture-colours.ts';
import { picture, pictureText, serif } from '../take-away/picture-text.ts';
import { sourceLines } from '../take-away/source-lines.ts';
import { mapsTexts } from '../texts/en-maps.ts';
import { byClarity, type Structure } from './group-cards.tsx';

const margin = 32;
const head = 76;
const columnWidth = 230;
const nameWidth = 130;
const row = 17;
const longestColumn = 48;
const letterWidth = 6.6;
const lineHeight = 16;

interface Around {
  readonly title: string;
  /** The scope and the day in words. */
  readonly about: string;
  readonly revision: number;
}

/** Groups as a picture: their members in columns, with a bar for how clearly each belongs to its group. */
export function groupsSvg({ groups }: Structure, { title, about, revision }: Around): string {
  const parts: string[] = [];
  let column = 0;
  let line = 0;
  let lowest = 0;
  for (const { number, size, within, outside, members } of groups) {
    if (line > 0 && line + Math.min(size, 8) + 3 > longestColumn) [column, line] = [column + 1, 0];
    const colour = (number - 1) % groupColours.light.length;
    const place = () => ({ x: margin + column * columnWidth, y: margin + head + line * row });
    const { x, y } = place();
    parts.push(
      `<path d="${markPath(colour, x + 6, y - 4)}" fill="${groupColours.light[colour]}"/>`,
      pictureText(x + 18, y, `${mapsTexts.groups.group(number)} (${size})`, { size: 13, weight: 600 }),
      pictureText(x, y + 15, mapsTexts.groups.within(within, outside), { size: 10.5, fill: softInk }),
    );
    line += 2;
    for (const { party, silhouette } of byClarity(members)) {
      if (line >= longestColumn) [column, line] = [column + 1, 0];
      const at = place();
      const wide = Math.max(0, silhouette) * (columnWidth - nameWidth - 24);
      parts.push(
        pictureText(at.x, at.y, short(party.name), { size: 11.5, fill: ink }),
        `<rect x="${at.x + nameWidth}" y="${at.y - 8}" width="${wide.toFixed(1)}" height="8" fill="${groupColours.light[colour]}"/>`,
      );
      line++;
      lowest = Math.max(lowest, at.y);
    }
    line++;
  }
  const width = Math.max(600, margin * 2 + (column + 1) * columnWidth);
  const source = sourceLines(revision, Math.floor((width - margin * 2) / letterWidth));
  return picture(width, lowest + 28 + source.length * lineHeight + margin, `${title}, ${about}`, [
    pictureText(margin, margin + 24, title, { size: 24, family: serif, weight: 600 }),
    pictureText(margin, margin + 46, about, { size: 13, fill: softInk }),
    ...parts,
    ...source.map((text, index) =>
      pictureText(margin, lowest + 28 + index * lineHeight, text, { size: 12, fill: softInk }),
    ),
  ]);
}

const longestName = 22;
const short = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);
