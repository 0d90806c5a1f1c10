import type { Drawn } from '../take-away/framed-picture.ts';
import * as colours from '../take-away/picture-colours.ts';
import { pictureText } from '../take-away/picture-text.ts';
import { linesOf } from '../take-away/svg-text.ts';
import { standingWords } from '../words/positions.ts';
import { axisFraction, axisOf } from './axis.ts';
import type { Lane } from './lane.ts';

const labelWidth = 330;
const signs = 50;
const laneWidth = 800;
const lineHeight = 16;

/** A timeline as it is drawn, with a dashed line at a day, given as a day number. */
export function timelinePicture(lanes: readonly Lane[], day: number): Drawn {
  const axis = axisOf(lanes, day);
  const left = labelWidth;
  const xOf = (one: number) => Math.round((left + axisFraction(one, axis) * laneWidth) * 10) / 10;
  const parts: string[] = [];
  let y = 14;
  for (const { year, day: first } of axis.years) {
    parts.push(pictureText(xOf(first), y, String(year), { size: 12, fill: colours.softInk }));
  }
  y += 10;
  const top = y;
  for (const { label, spans } of lanes) {
    const lines = linesOf(label, signs);
    const height = Math.max(30, lines.length * lineHeight + 8);
    const middle = y + height / 2;
    lines.forEach((line, index) => {
      parts.push(pictureText(0, middle + 4 + (index - (lines.length - 1) / 2) * lineHeight, line, { size: 12.5 }));
    });
    parts.push(`<rect x="${left}" y="${middle - 11}" width="${laneWidth}" height="22" fill="url(#hatch)"/>`);
    for (const { position, from, until } of spans) {
      const [ground, ink] = colours.standingColours[position];
      const width = Math.max(0, xOf(until ?? axis.last) - xOf(from));
      parts.push(
        `<rect x="${xOf(from)}" y="${middle - 11}" width="${width}" height="22" rx="3" fill="${ground}" stroke="#fff"/>`,
        pictureText(xOf(from) + 5, middle + 4.5, standingWords[position].sign, { size: 13, weight: 700, fill: ink }),
      );
    }
    y += height;
  }
  parts.push(`<path d="M${xOf(day)} ${top}V${y}" stroke="${colours.ink}" stroke-dasharray="3 2"/>`);
  return { width: left + laneWidth, height: y, body: parts.join('') };
}
