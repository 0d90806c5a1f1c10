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
  /\b(?:\p{L}|ADD|ART|CORR|COMM|COMTE|CONF|GEN|NO|NOS|OP|PARA|PARAS|PARAG|PREAMB|PREAM|RE|REP|RES|RESOL|RESOLS|REV|SEC|SP|SPEC|ST|VOL)\.$/u;

function inSentenceCase(text: string): string {
  const words = [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({ word, index }));
  let written = '';
  let end = 0;
  for (let at = 0; at < words.length; ) {
    const { word, index } = words[at] as { word: string; index: number }; // within the list
    const between = text.slice(end, index);
    const term = termAt(words, at, text);
    const begins = beginsSentence(text.slice(0, index));
    const isInSymbol = between.endsWith('/') || text[index + word.length] === '/';
    const chosen = term?.written ?? inSmallLetters(word, text.slice(0, index), isInSymbol);
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

/** The longest term with which the words go on, with what follows its last word: a full stop, or `'S`. */
function termAt(words: readonly Word[], at: number, text: string): { written: string; words: number } | null {
  const first = bare(words[at]?.word ?? '');
  for (const term of capitals().get(first.word) ?? capitals().get(words[at]?.word ?? '') ?? []) {
    const found = words.slice(at, at + term.words.length);
    const last = found.at(-1);
    if (last === undefined || found.length < term.words.length) continue;
    const rests = found.map(({ word }, index) => (word === term.words[index] ? '' : bare(word).rest));
    const isSame = found.every(
      ({ word }, index) => word === term.words[index] || bare(word).word === term.words[index],
    );
    const areTogether = found.every(({ index, word }, place) => {
      const next = found[place + 1];
      return next === undefined || /^[ -]$/.test(text.slice(index + word.length, next.index));
    });
    if (isSame && areTogether && rests.slice(0, -1).every((rest) => rest === ''))
      return { written: term.written + (rests.at(-1) ?? '').toLowerCase(), words: term.words.length };
  }
  return null;
}

/** A word without the full stop or the genitive behind it. */
function bare(word: string): { word: string; rest: string } {
  const rest = /(?:'S)?[.']*$/.exec(word)?.[0] ?? '';
  return { word: word.slice(0, word.length - rest.length), rest };
}

/** The letter after these is that of a part of a text. */
const namesPart = /\b(?:RESOL\.?|RESOLUTION|RES|SECTION|PART|PARAGRAPH|ANNEX)[ (]+$/;

/** Abbreviations with full stops, and what has a digit or stands in a symbol, keep their capitals. */
function inSmallLetters(word: string, before: string, isInSymbol: boolean): string {
  if (/^\d+(?:ST|ND|RD|TH)$/.test(word)) return word.toLowerCase();
  if (isInSymbol || /^(?:\p{L}\.){2,}\p{L}?\.?$|^\p{L}\.$/u.test(word)) return word;
  if (/^\p{L}$/u.test(word) && namesPart.test(before)) return word;
  return /\d/.test(word) ? word : word.toLowerCase();
}

function beginsSentence(before: string): boolean {
  const trimmed = before.replace(/[\s“"'(]+$/u, '');
  if (trimmed === '') return true;
  return /[.?!]$/.test(trimmed) && /\s$/.test(before) && !abbreviations.test(trimmed);
}
