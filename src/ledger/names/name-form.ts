import { fold, wordsIn } from '../fold.ts';

/** Words that a name has in one list and lacks in another. */
const leftOut = new Set(['the', 'of', 'and']);

const writtenOut: Readonly<Record<string, string>> = {
  st: 'saint',
  rep: 'republic',
  dem: 'democratic',
  fed: 'federal',
};

/** A letter and a number that are one word, with a hyphen or without: `G-7`. */
const joined = /\b([a-z])-(\d+)\b/g;

/** A number without the zeros with which some lists fill it up. */
const plainNumber = (word: string) => (/^0+\d+$/.test(word) ? String(Number(word)) : word);

/**
 * A name as names are compared: in any case, without accents, articles and signs, its words in one order, because lists put them in many:
 * "Venezuela (Bolivarian Republic of)" and "The Bolivarian Republic of Venezuela" have one form, and so have "U.S.A." and "usa", "G-7" and "G7". Empty for a
 * text without a word.
 */
export function nameForm(name: string): string {
  const words = wordsIn(
    fold(name)
      .replace(/['’ʼ.]/g, '')
      .replace(joined, '$1$2'),
  ).map((word) => writtenOut[word] ?? plainNumber(word));
  const kept = words.filter((word) => !leftOut.has(word));
  return (kept.length > 0 ? kept : words).sort().join(' ');
}
