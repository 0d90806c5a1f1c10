import type { RowFragment } from '../../generated/graphql.ts';
import * as colours from '../../take-away/picture-colours.ts';
import { sourceLines } from '../../take-away/source-lines.ts';
import { escaped, linesOf } from '../../take-away/svg-text.ts';
import { texts } from '../../texts/texts.ts';
import { ageInWords, dateInWords, sinceInWords } from '../../words/dates.ts';
import { measureWords, shareInWords } from '../../words/measures.ts';
import { type Standing, standingOf, standingWords } from '../../words/positions.ts';
import { sideInWords, verdictSigns, verdictWords } from '../../words/verdicts.ts';
import type { Compared } from '../compared.ts';

const margin = 32;
// With room for wide fonts.
const sentence = { width: 400, signs: 46 };
const verdictWidth = 180;
const cellWidth = 136;
const lineHeight = 18;
const serif = 'Georgia, "Noto Serif", serif';
const sans = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

interface Around {
  /** The answer in a sentence. */
  readonly title: string;
  /** The scope in words. */
  readonly scope: string;
}

/** The table of a comparison as a picture with the answer, the scope, a source and everything else that it needs by itself. */
export function comparisonSvg(
  comparison: Compared,
  rows: readonly RowFragment[],
  { title, scope: scopeWords }: Around,
): string {
  const { parties, scope, agreement } = comparison;
  const width = margin * 2 + sentence.width + verdictWidth + cellWidth * parties.length;
  const parts: string[] = [];
  let y = margin;
  for (const line of linesOf(title, Math.floor((width - margin * 2) / 17))) {
    y += 30;
    parts.push(text(margin, y, line, { size: 26, family: serif, weight: 600 }));
  }
  y += 26;
  const value = shareInWords(agreement.measure, agreement.value);
  const number = texts.compare.numberBy(measureWords[agreement.measure].name, value);
  const about = `${dateInWords(scope.asOf)} · ${scopeWords} · ${number}`;
  for (const line of linesOf(about, Math.floor((width - margin * 2) / 8))) {
    parts.push(text(margin, y, line, { size: 15, fill: colours.softInk }));
    y += 20;
  }
  y -= 20;
  y += 40;
  parties.forEach(({ name }, index) => {
    const lines = linesOf(name, 16);
    lines.forEach((line, nth) => {
      const at = y - (lines.length - 1 - nth) * 15;
      parts.push(text(cellLeft(index), at, line, { size: 13, weight: 600 }));
    });
  });
  y += 10;
  for (const row of rows) {
    parts.push(`<path d="M${margin} ${y}H${width - margin}" stroke="${colours.line}"/>`);
    const lines = linesOf(row.proposition.text, sentence.signs);
    lines.forEach((line, index) => {
      parts.push(text(margin, y + 20 + index * lineHeight, line, { size: 14 }));
    });
    parts.push(verdictMark(row, y));
    row.cells.forEach(({ state, position, stance }, index) => {
      parts.push(positionMark(standingOf(state, position), cellLeft(index), y));
      const age = stance === null ? null : ageInWords(stance.lastConfirmed, scope.asOf);
      if (age !== null) parts.push(text(cellLeft(index) + 8, y + 45, age, { size: 11, fill: colours.softInk }));
    });
    y += Math.max(52, 14 + lines.length * lineHeight);
  }
  y += 30;
  for (const line of sourceLines(scope.asKnownAt, Math.floor((width - margin * 2) / 6.6))) {
    parts.push(text(margin, y, line, { size: 12, fill: colours.softInk }));
    y += 16;
  }
  const height = y + margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escaped(title)}, ${dateInWords(scope.asOf)}</title>${hatching}<rect width="100%" height="100%" fill="${colours.paper}"/>${parts.join('')}</svg>`;
}

const cellLeft = (index: number) => margin + sentence.width + verdictWidth + index * cellWidth;

const hatching = `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="${colours.hatch}" stroke-width="1"/></pattern></defs>`;

interface Letters {
  readonly size: number;
  readonly family?: string;
  readonly weight?: number;
  readonly fill?: string;
}

function text(x: number, y: number, what: string, { size, family = sans, weight = 400, fill = colours.ink }: Letters) {
  const font = `font-family="${escaped(family)}" font-size="${size}" font-weight="${weight}"`;
  return `<text x="${x}" y="${y}" fill="${fill}" ${font}>${escaped(what)}</text>`;
}

function positionMark(standing: Standing, x: number, y: number): string {
  const [ground, ink] = colours.standingColours[standing];
  const { sign, verb } = standingWords[standing];
  const edge =
    standing === 'UNKNOWN' || standing === 'ABSENT' || standing === 'SPLIT'
      ? ` stroke="${colours.softInk}" stroke-dasharray="2 3"`
      : '';
  const box = `<rect x="${x}" y="${y + 6}" width="${cellWidth - 10}" height="28" rx="5" fill="${ground}"${edge}/>`;
  return box + text(x + 8, y + 25, `${sign} ${verb}`, { size: 13, fill: ink });
}

function verdictMark({ verdict, side, since, sinceIsFirstKnown }: RowFragment, y: number): string {
  const x = margin + sentence.width + 12;
  const [ground, ink] = colours.verdictColours[verdict];
  const sign = verdictSigns[verdict];
  const { word } = verdictWords[verdict];
  const edge = verdict === 'UNKNOWN' ? ` stroke="${colours.softInk}" stroke-dasharray="2 3"` : '';
  const said = `${sign} ${word}${side === null ? '' : ` ${sideInWords(side)}`}`;
  const box = `<rect x="${x}" y="${y + 5}" width="${verdictWidth - 24}" height="20" rx="10" fill="${ground}"${edge}/>`;
  const below =
    since === null
      ? ''
      : text(x + 8, y + 40, sinceInWords(since, sinceIsFirstKnown), { size: 12, fill: colours.softInk });
  return box + text(x + 8, y + 19, said, { size: 12, weight: 600, fill: ink }) + below;
}
