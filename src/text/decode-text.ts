import { isUtf8 } from 'node:buffer';

/** Why bytes are not a text, and where: lines and columns (of characters) count from 1. */
export interface NotText {
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

const expected = 'UTF-8 text';

/**
 * The text that bytes are in UTF-8, without a byte order mark; or why they are none. The one way in which bytes from outside become text: nothing is
 * replaced by U+FFFD.
 */
export function decodeText(bytes: Buffer): string | NotText {
  if (!isUtf8(bytes)) return brokenAt(bytes);
  const text = bytes.toString('utf8', startsWith(bytes, mark) ? mark.length : 0);
  const nul = text.indexOf('\0');
  return nul === -1 ? text : { ...placeIn(text, nul), found: 'a NUL character', expected: 'text without NUL' };
}

const mark = [0xef, 0xbb, 0xbf];
// UTF-32 first: its mark begins with that of UTF-16.
const wideMarks: readonly (readonly [name: string, mark: readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

const startsWith = (bytes: Buffer, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);

/** Line and column of a place in a text. */
export function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < lineStart; at = text.indexOf('\n', at + 1)) line++;
  return { line, column: [...text.slice(lineStart, offset)].length + 1 };
}

/** Where UTF-8 breaks. */
function brokenAt(bytes: Buffer): NotText {
  const wide = wideMarks.find(([, start]) => startsWith(bytes, start))?.[0];
  if (wide !== undefined) return { line: 1, column: 1, found: `${wide} text`, expected };
  const offset = firstWrong(bytes);
  const wrong = [...bytes.subarray(offset, offset + 2)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
  const before = bytes.toString('utf8', startsWith(bytes, mark) ? mark.length : 0, offset);
  return { ...placeIn(before, before.length), found: `bytes that are not UTF-8 (${wrong.join(' ')})`, expected };
}

/** Where the first character begins that is none: what comes before a byte is right up to some place and from then on wrong. */
function firstWrong(bytes: Buffer): number {
  let [right, wrong] = [0, bytes.length];
  while (right < wrong) {
    const middle = (right + wrong + 1) >> 1;
    if (isBeginning(bytes.subarray(0, middle))) right = middle;
    else wrong = middle - 1;
  }
  // The last bytes may be the beginning of a character that never ends.
  while (!isUtf8(bytes.subarray(0, right))) right--;
  return right;
}

function isBeginning(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
