import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Refusal } from '#refusal/refusal.ts';
import { decodeText } from './decode-text.ts';

/**
 * The text of a file in UTF-8, without a byte order mark.
 * @throws Refusal `UNREADABLE` naming file, line and column where it is no such text; errors of the file system as they are.
 */
export const readText = async (path: string): Promise<string> => textOrRefusal(path, await readFile(path));

/** The same, without letting others run meanwhile. */
export const readTextSync = (path: string): string => textOrRefusal(path, readFileSync(path));

function textOrRefusal(path: string, bytes: Buffer): string {
  const text = decodeText(bytes);
  if (typeof text === 'string') return text;
  const { line, column, found, expected } = text;
  throw new Refusal('UNREADABLE', `${path}:${line}:${column}: found ${found}, expected ${expected}.`);
}
