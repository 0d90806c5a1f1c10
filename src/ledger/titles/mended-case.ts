import { capitals, wordPattern } from './capitals.ts';

/** Whether a text is written in capitals throughout. */
export const isInCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

/**
 * A text without the backslashes, underscores for quotation marks and doubled spaces that files left in it; one that is in capitals as a sentence is
 * written, with the names of seeds/names/capitals.csv. What is in small letters already keeps its case.
 */
export function mendedText(text: string): string {
  const clean = withoutLoneQuote(withoutStraySigns(text));
  return isInCapitals(clean) ? inSentenceCase(clean) : clean;
}

/** What a Mac's quotation marks became, where a file names them by their bytes. */
const marks: Readonly<Record<string, string>> = { d2: '“', d3: '”', d4: '‘', d5: '’', '90': '’' };

/** Quotation marks that were escaped twice on their way into a file, or read in another encoding than they were written in. */
const withoutStraySigns = (text: string): string =>
  text
    .replace(/<([0-9a-f]{2})>/g, (_, byte: string) => marks[byte] ?? ' ')
    .replace(/_(?=\p{L})([^_”]{1,200}?)”/gu, '“$1”')
    .replace(/\\+"?([^\\"]{1,200}?)\\+"?/g, '“$1”')
    .replace(/\\+"?|"{2,}/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;.])/g, '$1')
    .trim();

/** A record that a file broke into several lines ends with the fields that come after its text. */
const fieldsBehind = /["\s]*(?: [01]){3,}$/;

function withoutLoneQuote(text: string): string {
  const whole = text.replace(fieldsBehind, '');
  const quotes = whole.split('"').length - 1;
  return quotes % 2 === 1 && whole.endsWith('"') ? whole.slice(0, -1) : whole;
}

/** After these a full stop ends no sentence. */
const abbreviations =
  /\b(?:\p{L}|ADD|AFR|ART|AUG|CORR|COMM|COMTE|CONF|DEC|FEB|GEN|JAN|NO|NOS|NOV|OCT|OP|PARA|PARAS|PARAG|PREAMB|PREAM|RE|REP|RES|RESOL|RESOLS|REV|SEC|SEPT|SP|SPEC|ST|VOL)\.$/u;

function inSentenceCase(text: string): string {
  const words = [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({ word, index }));
  let written = '';
  let end = 0;
  for (let at = 0; at < words.length; ) {
    const { word, index } = words[at] as { word: string; index: number }; // within the list
    const between = text.slice(end, index);
    const term = termAt(words, at, text);
    const begins = beginsSentence(text.slice(Math.max(0, index - lookBehind), index));
    const isInSymbol = between.endsWith('/') || text[index + word.length] === '/';
    const chosen =
      term?.written ?? inSmallLetters(word, text.slice(Math.max(0, index - lookBehind), index), isInSymbol);
    written += between + (begins ? chosen.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : chosen);
    at += term?.words ?? 1;
    const last = words[at - 1] as { word: string; index: number };
    end = last.index + last.word.length;
  }
  return written + text.slice(end);
}

interface Word {
  readonly word: string;
  readonly index: number;
}

/** The longest term with which the words go on, with the full stop or genitive behind its last word, and how many words it has there. */
function termAt(words: readonly Word[], at: number, text: string): { written: string; words: number } | null {
  const { word, index } = words[at] as Word; // within the list
  const found = [word, withoutEnding(word)].flatMap((first) => capitals().get(first) ?? []);
  for (const { written } of found) {
    if (!text.startsWith(written.toUpperCase(), index)) continue;
    const end = index + written.length;
    const within = words.slice(at).filter((next) => next.index < end);
    const last = within.at(-1) as Word; // the first is within
    const rest = text.slice(end, last.index + last.word.length);
    if (withoutEnding(rest) === '') return { written: written + rest.toLowerCase(), words: within.length };
  }
  return null;
}

/** A word without the genitive, the apostrophe or the full stop behind it. */
const withoutEnding = (word: string): string => word.replace(/(?:'S)?[.']*$/, '');

/** The letter after these is that of a part of a text. */
const namesPart = /\b(?:RESOL\.?|RESOLUTION|RES|SECTION|PART|PARAGRAPH|ANNEX)[ (]+$/;

/** Abbreviations with full stops, and what has a digit or stands in a symbol, keep their capitals. */
function inSmallLetters(word: string, before: string, isInSymbol: boolean): string {
  if (/^\d+(?:ST|ND|RD|TH)$/.test(word)) return word.toLowerCase();
  if (isInSymbol || /^(?:\p{L}\.){2,}\p{L}?\.?$|^\p{L}\.$/u.test(word)) return word;
  if (/^\p{L}$/u.test(word) && namesPart.test(before)) return word;
  return /\d/.test(word) ? word : word.toLowerCase();
}

/** Letters before a word that tell whether it begins a sentence. */
const lookBehind = 16;

function beginsSentence(before: string): boolean {
  const trimmed = before.replace(/[\s“"'(]+$/u, '');
  if (trimmed === '') return true;
  return /[.?!]$/.test(trimmed) && /\s$/.test(before) && !abbreviations.test(trimmed);
}
