import type { RowFragment } from '../../generated/graphql.ts';
import type { Drawn } from '../../take-away/framed-picture.ts';
import * as colours from '../../take-away/picture-colours.ts';
import { pictureText } from '../../take-away/picture-text.ts';
import { linesOf } from '../../take-away/svg-text.ts';
import { texts } from '../../texts/texts.ts';
import { ageInWords, sinceInWords } from '../../words/dates.ts';
import { measureWords, shareInWords } from '../../words/measures.ts';
import { type Standing, standingOf, standingWords } from '../../words/positions.ts';
import { sideInWords, verdictSigns, verdictWords } from '../../words/verdicts.ts';
import type { Compared } from '../compared.ts';

// With room for wide fonts.
const sentence = { width: 400, signs: 46 };
const verdictWidth = 180;
const cellWidth = 136;
const lineHeight = 18;

/** The table of a comparison as it is drawn. */
export function comparisonPicture({ parties, scope, agreement }: Compared, rows: readonly RowFragment[]): Drawn {
  const width = sentence.width + verdictWidth + cellWidth * parties.length;
  const parts: string[] = [];
  let y = Math.max(...parties.map(({ name }) => linesOf(name, 16).length)) * 15;
  parties.forEach(({ name }, index) => {
    const lines = linesOf(name, 16);
    lines.forEach((line, nth) => {
      const at = y - (lines.length - 1 - nth) * 15;
      parts.push(pictureText(cellLeft(index), at, line, { size: 13, weight: 600 }));
    });
  });
  y += 10;
  for (const row of rows) {
    parts.push(`<path d="M0 ${y}H${width}" stroke="${colours.line}"/>`);
    const lines = linesOf(row.proposition.text, sentence.signs);
    lines.forEach((line, index) => {
      parts.push(pictureText(0, y + 20 + index * lineHeight, line, { size: 14 }));
    });
    parts.push(verdictMark(row, y));
    row.cells.forEach(({ state, position, stance }, index) => {
      parts.push(positionMark(standingOf(state, position), cellLeft(index), y));
      const age = stance === null ? null : ageInWords(stance.lastConfirmed, scope.asOf);
      if (age !== null) parts.push(pictureText(cellLeft(index) + 8, y + 45, age, { size: 11, fill: colours.softInk }));
    });
    y += Math.max(52, 14 + lines.length * lineHeight);
  }
  const value = shareInWords(agreement.measure, agreement.value);
  const note = texts.compare.numberBy(measureWords[agreement.measure].name, value);
  return { width, height: y, body: parts.join(''), note };
}

const cellLeft = (index: number) => sentence.width + verdictWidth + index * cellWidth;

function positionMark(standing: Standing, x: number, y: number): string {
  const [ground, ink] = colours.standingColours[standing];
  const { sign, verb } = standingWords[standing];
  const edge =
    standing === 'UNKNOWN' || standing === 'ABSENT' || standing === 'SPLIT'
      ? ` stroke="${colours.softInk}" stroke-dasharray="2 3"`
      : '';
  const box = `<rect x="${x}" y="${y + 6}" width="${cellWidth - 10}" height="28" rx="5" fill="${ground}"${edge}/>`;
  return box + pictureText(x + 8, y + 25, `${sign} ${verb}`, { size: 13, fill: ink });
}

function verdictMark({ verdict, side, since, sinceIsFirstKnown }: RowFragment, y: number): string {
  const x = sentence.width + 12;
  const [ground, ink] = colours.verdictColours[verdict];
  const sign = verdictSigns[verdict];
  const { word } = verdictWords[verdict];
  const edge = verdict === 'UNKNOWN' ? ` stroke="${colours.softInk}" stroke-dasharray="2 3"` : '';
  const said = `${sign} ${word}${side === null ? '' : ` ${sideInWords(side)}`}`;
  const box = `<rect x="${x}" y="${y + 5}" width="${verdictWidth - 24}" height="20" rx="10" fill="${ground}"${edge}/>`;
  const below =
    since === null
      ? ''
      : pictureText(x + 8, y + 40, sinceInWords(since, sinceIsFirstKnown), { size: 12, fill: colours.softInk });
  return box + pictureText(x + 8, y + 19, said, { size: 12, weight: 600, fill: ink }) + below;
}
