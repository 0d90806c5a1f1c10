import { groupColours, markPath } from '../party-map/marks.ts';
import type { Drawn } from '../take-away/framed-picture.ts';
import { ink, softInk } from '../take-away/picture-colours.ts';
import { pictureText } from '../take-away/picture-text.ts';
import { groupsTexts } from '../texts/en-groups.ts';
import { byClarity, type Structure } from './group-cards.tsx';

const columnWidth = 230;
const nameWidth = 130;
const row = 17;
const longestColumn = 48;
const longestName = 22;
/** So many members at least stand below the head of their group before a new column begins. */
const together = 4;

/** Groups as a picture: their members in columns, with a bar for how clearly each belongs to its group. */
export function groupsPicture({ groups }: Structure): Drawn {
  const parts: string[] = [];
  let column = 0;
  let line = 0;
  let longest = 0;
  const place = () => ({ x: column * columnWidth, y: (line + 1) * row });
  for (const { number, size, within, outside, members } of groups) {
    if (line > 0 && line + 2 + Math.min(size, together) > longestColumn) [column, line] = [column + 1, 0];
    const colour = (number - 1) % groupColours.light.length;
    const { x, y } = place();
    parts.push(
      `<path d="${markPath(colour, x + 6, y - 4)}" fill="${groupColours.light[colour]}"/>`,
      pictureText(x + 18, y, `${groupsTexts.group(number)} (${size})`, { size: 13, weight: 600 }),
      pictureText(x, y + 15, groupsTexts.within(within, outside), { size: 10, fill: softInk }),
    );
    line += 2;
    for (const { party, silhouette } of byClarity(members)) {
      if (line >= longestColumn) [column, line] = [column + 1, 0];
      const at = place();
      const wide = Math.max(0, silhouette) * (columnWidth - nameWidth - 24);
      parts.push(
        pictureText(at.x, at.y, shortened(party.name), { size: 11.5, fill: ink }),
        `<rect x="${at.x + nameWidth}" y="${at.y - 8}" width="${wide.toFixed(1)}" height="8" fill="${groupColours.light[colour]}"/>`,
      );
      line++;
      longest = Math.max(longest, line);
    }
    line++;
  }
  return { width: (column + 1) * columnWidth, height: (longest + 1) * row, body: parts.join('') };
}

const shortened = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);
