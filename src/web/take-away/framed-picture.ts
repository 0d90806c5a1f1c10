import { texts } from '../texts/texts.ts';
import { dateInWords, today } from '../words/dates.ts';
import { softInk } from './picture-colours.ts';
import { picture, pictureText, serif } from './picture-text.ts';
import { linesOf, piecesOf } from './svg-text.ts';

/** What is drawn of a picture, as SVG elements within its width and height in pixels, with neither title nor source. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly body: string;
  /** What the scope is followed by, such as the measure. */
  readonly note?: string;
}

/** What is written around a picture, so that it stands alone wherever it is taken. */
export interface Around {
  readonly title: string;
  /** The scope and the day in words. */
  readonly scope: string;
  /** The revision of the ledger that it shows. */
  readonly revision: number;
  /** The address that shows it again. */
  readonly address: string;
  /** Whose records the ledger holds, each with its terms. */
  readonly sources: readonly string[];
}

const margin = 32;
const leastWidth = 560;
const title = { size: 24, lineHeight: 29, letterWidth: 12.5 };
const scope = { size: 14, lineHeight: 20, letterWidth: 7.4 };
const source = { size: 12, lineHeight: 16, letterWidth: 6.6 };

/** A picture with its title and scope above, and below where and when it was taken from: the only form in which pictures leave the page. */
export function framedPicture({ width: drawn, height, body, note }: Drawn, around: Around): string {
  const room = Math.max(drawn, leastWidth);
  const signs = ({ letterWidth }: typeof title) => Math.floor(room / letterWidth);
  const parts: string[] = [];
  let y = margin - 6;
  for (const line of linesOf(around.title, signs(title))) {
    y += title.lineHeight;
    parts.push(pictureText(margin, y, line, { size: title.size, family: serif, weight: 600 }));
  }
  y += 4;
  for (const line of linesOf(note === undefined ? around.scope : `${around.scope} · ${note}`, signs(scope))) {
    y += scope.lineHeight;
    parts.push(pictureText(margin, y, line, { size: scope.size, fill: softInk }));
  }
  y += 24;
  parts.push(`<g transform="translate(${margin} ${y})">${body}</g>`);
  y += height + 18;
  for (const line of sourceLines(around, signs(source))) {
    y += source.lineHeight;
    parts.push(pictureText(margin, y, line, { size: source.size, fill: softInk }));
  }
  return picture(room + margin * 2, y + margin, `${around.title.replace(/\.$/, '')}, ${around.scope}`, parts);
}

function sourceLines({ revision, address, sources }: Around, signs: number): readonly string[] {
  const from = [texts.share.pictureSource(texts.frame.revision(String(revision)), dateInWords(today())), ...sources];
  return [...linesOf(from.join('. '), signs), ...piecesOf(shortLink(address), signs)];
}

/** An address as it is written where nobody can click it. */
export const shortLink = (address: string): string => address.replace(/^https?:\/\//, '');
