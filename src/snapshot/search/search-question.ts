import { distance } from 'fastest-levenshtein';
import { fold, wordsIn } from '#ledger/fold.ts';
import { Refusal } from '#refusal/refusal.ts';
import { firstFrom, lettersOf, type Postings } from './postings.ts';
import { spellingsOf, writtenApart, writtenTogether } from './spellings.ts';
import { termAt } from './synonyms.ts';

/** Words of which an entry has all, and how well they stand for what was asked. */
export interface Reading {
  readonly words: readonly string[];
  readonly fit: number;
}

/** A word that was asked for, or several that are one term. */
export interface AskedTerm {
  /** As it was written; typos in it are tolerated. */
  readonly words: readonly string[];
  /** Other spellings and synonyms, of which none has typos. */
  readonly others: readonly Reading[];
  /** How often it was written. */
  readonly times: number;
}

/** What is searched for, folded once. */
export interface SearchQuestion {
  /** Each once; every one of them has to be found. */
  readonly terms: readonly AskedTerm[];
  /** The whole as one code. */
  readonly code: string;
}

const mostCharacters = 200;
const mostLetters = 600;
const mostWords = 40;

/** Words of a text that make a search dearer; for one that will be refused, as many as are allowed. */
export const wordsSearched = (text: string): number =>
  text.length > 2 * mostCharacters ? mostWords : Math.min(new Set(wordsIn(fold(text))).size, mostWords);

/**
 * What a text asks for. Few characters can fold into many letters and words, so those are counted too; a word that stands in it twice is one.
 * `argument` is the name under which the text came.
 * @throws Refusal `BAD_INPUT` for a text that is empty or too long
 */
export function searchQuestion(text: string, argument = 'search'): SearchQuestion {
  const checkCount = countCheck(argument);
  const trimmed = text.trim();
  checkCount(trimmed.length, 'characters', 1, mostCharacters);
  const folded = fold(trimmed);
  checkCount(folded.length, 'letters with accents and ligatures decomposed', 0, mostLetters);
  const words = wordsIn(folded);
  checkCount(new Set(words).size, 'different words', 0, mostWords);
  const terms = new Map<string, AskedTerm>();
  for (let start = 0; start < words.length; ) {
    const term = askedTerm(words, start);
    const key = term.words.join(' ');
    terms.set(key, { ...term, times: (terms.get(key)?.times ?? 0) + 1 });
    start += term.words.length;
  }
  return { terms: [...terms.values()], code: folded.trim() };
}

/** A synonym says nearly what was asked for. */
const synonymFit = 0.8;

const sameFit = 1;

/** The term with which the words begin from an index on. */
function askedTerm(words: readonly string[], start: number): AskedTerm {
  const known = termAt(words, start);
  const others: Reading[] = (known?.synonyms ?? []).map((synonym) => ({ words: synonym, fit: synonymFit }));
  const [first = '', second] = words.slice(start, start + 2);
  const together = writtenTogether(first, second);
  if (together !== null) others.push({ words: [together], fit: sameFit });
  if (known !== null && known.term.length > 1) return { words: known.term, others, times: 1 };
  if (together !== null && second !== undefined) return { words: [first, second], others, times: 1 };
  const apart = writtenApart(first);
  if (apart !== null) others.push({ words: apart, fit: sameFit });
  for (const { word, fit } of spellingsOf(first)) others.push({ words: [word], fit });
  return { words: [first], others, times: 1 };
}

const countCheck = (argument: string) => (found: number, what: string, least: number, most: number) => {
  if (found >= least && found <= most) return;
  const expected = least === 0 ? `at most ${most}` : `${least} to ${most}`;
  throw new Refusal('BAD_INPUT', `${argument}: found ${found} ${what}, expected ${expected}.`);
};

/** Relevance of a longer term that begins with the search word. */
export const beginningFit = 0.95;

/** How many typos a word of a length may have. */
const allowedTypos = (length: number) => (length >= 6 ? 2 : length >= 4 ? 1 : 0);

/** Calls `visit` with every term that fits a word, and how well: 1 the same, less for a longer one that begins with it and for typos. */
export function visitFitting(words: Postings, asked: string, visit: (term: number, fit: number) => void): void {
  visitBeginning(words, asked, visit);
  const allowed = allowedTypos(asked.length);
  if (allowed === 0) return;
  const { terms, letters } = words;
  const askedLetters = lettersOf(asked);
  for (let term = 0; term < letters.length; term++) {
    // Most words have other letters, which is seen without reading them.
    if (bits((letters[term] as number) ^ askedLetters) > 2 * allowed) continue;
    const word = terms[term] as string;
    if (Math.abs(word.length - asked.length) > allowed || word.startsWith(asked)) continue;
    const typos = isTransposed(asked, word) ? 1 : distance(asked, word);
    if (typos <= allowed) visit(term, 1 - typos / Math.max(asked.length, word.length));
  }
}

/** Calls `visit` with every term that equals the search word or begins with it. */
export function visitBeginning(postings: Postings, asked: string, visit: (term: number, fit: number) => void): void {
  const { terms } = postings;
  for (let term = firstFrom(postings, asked); terms[term]?.startsWith(asked); term++)
    visit(term, terms[term] === asked ? 1 : beginningFit);
}

/** Shorter words begin too many others. */
const shortestBeginning = 4;

/** Calls `visit` with every term that says what another spelling or a synonym does. */
export function visitOther(postings: Postings, other: string, visit: (term: number, fit: number) => void): void {
  if (other.length >= shortestBeginning) visitBeginning(postings, other, visit);
  else if (postings.terms[firstFrom(postings, other)] === other) visit(firstFrom(postings, other), 1);
}

/** Whether two neighbouring letters are exchanged and the rest is the same. */
function isTransposed(asked: string, word: string): boolean {
  if (asked.length !== word.length) return false;
  let letter = 0;
  while (letter < asked.length && asked[letter] === word[letter]) letter++;
  return (
    asked[letter] === word[letter + 1] &&
    asked[letter + 1] === word[letter] &&
    asked.slice(letter + 2) === word.slice(letter + 2)
  );
}

/** How many bits of a number are set. */
function bits(number: number): number {
  let rest = number - ((number >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
